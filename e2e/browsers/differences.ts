import type { Engine } from './support/browsers.js'

/** What is not the same in the three engines, as the read-me lists it and as the specs know it. */
export interface Difference {
  readonly engine: Engine
  /** A sentence of the read-me. */
  readonly says: string
  /** Ways out, by name, that open no tab of their own here. */
  readonly stayInTab?: readonly string[] | undefined
}

export const differences: readonly Difference[] = [
  {
    engine: 'webkit',
    says: 'Driven by WebDriver, WebKitGTK opens middle and control clicks in the same tab; the code travels along.',
    stayInTab: ['a link, middle-clicked', 'a link, clicked with the control key'],
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
