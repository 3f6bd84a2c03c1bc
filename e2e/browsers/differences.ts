import type { Engine } from './support/browsers.js'

/** What the keeper uses where it exists, as windows have it. */
export const FEATURES = ['navigation', 'requestIdleCallback', 'PerformanceObserver'] as const

/** What is not the same in the three engines, as the read-me lists it and as the specs know it. */
export interface Difference {
  readonly engine: Engine
  /** A sentence of the read-me. */
  readonly says: string
  /** What windows lack here. */
  readonly lacks?: readonly (typeof FEATURES)[number][] | undefined
  /** Ways out, by name, that open no tab of their own here. */
  readonly stayInTab?: readonly string[] | undefined
}

export const differences: readonly Difference[] = [
  {
    engine: 'webkit',
    says: 'WebKit has no idle callbacks: a page without a landing reads its layers once it has loaded.',
    lacks: ['requestIdleCallback'],
  },
  {
    engine: 'webkit',
    says: 'The Navigation API is behind a switch in WebKitGTK 2.50, and on in Safari since 26.2: every engine is tried with it and without it.',
  },
  {
    engine: 'webkit',
    says: 'WebKitGTK, driven, opens middle and control clicks in the same tab. The code travels either way.',
    stayInTab: ['a link, middle-clicked', 'a link, clicked with the control key'],
  },
  {
    engine: 'webkit',
    says: "Safari's deletion after seven days cannot be seen in WebKitGTK: the tests clear the storage instead.",
  },
]

/** Tests that say nothing of an engine: the other two have the rest. */
export const CHROMIUM_ONLY: readonly RegExp[] = [
  // when the cart was made is the shop's affair
  /a cart made before the link/,
  // the same ways out as from the drawer
  /: the cart page,/,
  // scripts of themes, under the policy that the plain theme was tried under
  /(dawn|horizon|horizon-actions|horizon-3) theme/,
]
