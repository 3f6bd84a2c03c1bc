import { EVENT_NAMES, logEvents } from '../event-log.js'
import type { Events } from '../events.js'
import type { Inspection } from '../inspect.js'
import { cartSection } from './cart-section.js'
import { errorsSection, eventsSection } from './events-section.js'
import { grantsSection } from './grants-section.js'
import { layersSection } from './layers-section.js'
import { createMake } from './make.js'
import { inFull, redacted } from './naming.js'
import { PANEL_STYLE } from './panel-style.js'

/** The part of a keeper that is looked at. */
export interface Inspectable {
  readonly inspect: () => Inspection
  readonly on: Events['on']
}

const TAG = 'discount-keeper-inspector'
const SECTIONS = [grantsSection, cartSection, eventsSection, errorsSection, layersSection]

/** A theme's content policy lets a constructed sheet pass; where there are none, the panel is plain. */
const dress = (root: ShadowRoot, view: (Window & typeof globalThis) | null): void => {
  try {
    const sheet = new (view ?? globalThis).CSSStyleSheet()
    sheet.replaceSync(PANEL_STYLE)
    root.adoptedStyleSheets = [sheet]
  } catch {}
}

const asksInFull = ({ location }: Document): boolean =>
  /[?&]discount-keeper=inspect(=|%3D)full(&|$)/i.test(location.search)

/**
 * Shows on the page what the keeper holds, where, and why; follows its events until it is closed. Codes and refs are redacted
 * until they are asked for. Answers what closes it.
 */
export const showInspector = (keeper: Inspectable, document: Document): (() => void) => {
  const make = createMake(document)
  const before = document.activeElement
  document.querySelector(TAG)?.remove()
  const host = document.createElement(TAG)
  const root = host.attachShadow({ mode: 'open' })
  dress(root, document.defaultView)

  const stops: (() => void)[] = []
  const now = (): number => Date.now()
  const on: Events['on'] = (name, listener) => {
    const stop = keeper.on(name, listener)
    stops.push(stop)
    return stop
  }
  const sinceOpened = logEvents({ on, now })

  const codes = make('button', { type: 'button' }, 'Show codes')
  const refresh = make('button', { type: 'button' }, 'Refresh')
  const shut = make('button', { type: 'button' }, 'Close')
  const about = make('small', {})
  const body = make('div', { class: 'body', role: 'region', tabindex: '0' })
  body.setAttribute('aria-label', 'What the keeper knows')
  const title = make('h2', { id: 'title' }, 'Discount Keeper')
  const bar = make('div', { class: 'bar' }, codes, refresh, shut)
  const panel = make(
    'div',
    { role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1' },
    make('header', {}, title, about, bar),
    body,
  )
  let isFull = asksInFull(document)

  const draw = (): void => {
    const inspection = keeper.inspect()
    const events = inspection.events ?? sinceOpened()
    const name = isFull ? inFull : redacted
    about.textContent = `Version ${inspection.version}, ${inspection.platform}`
    codes.setAttribute('aria-pressed', String(isFull))
    const picture = { inspection, events, name, make, now: now() }
    body.replaceChildren(...SECTIONS.map((section) => section(picture)))
  }

  const close = (): void => {
    for (const stop of stops.splice(0)) stop()
    const hadFocus = host.contains(document.activeElement)
    host.remove()
    if (hadFocus && before instanceof HTMLElement) before.focus()
  }

  codes.addEventListener('click', () => {
    isFull = !isFull
    draw()
  })
  refresh.addEventListener('click', draw)
  shut.addEventListener('click', close)
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close()
  })
  root.append(panel)
  document.body.append(host)
  for (const name of EVENT_NAMES)
    on(name, () => {
      // another inspector may have taken its place
      if (host.isConnected) draw()
      else close()
    })
  draw()
  panel.focus({ preventScroll: true })
  return close
}
