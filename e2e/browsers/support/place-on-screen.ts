import { type Tab, untilWorks } from './tab.js'

/** A place in the window, in its pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

// Runs in the page; throws while nothing can be pressed.
const placeOnScreen = (target: string): Place => {
  const found = target.startsWith('//')
    ? document.evaluate(target, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
    : undefined
  const all = found
    ? Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at))
    : [...document.querySelectorAll(target)]
  const elements = all.filter((node): node is Element => node instanceof Element)
  const element = elements.find((one) => one.checkVisibility({ visibilityProperty: true }))
  if (!element) throw new Error(`nothing to press: ${target}`)
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const place = { x: left + Math.min(6, width / 2), y: top + Math.min(6, height / 2) }
  const hit = document.elementFromPoint(place.x, place.y)
  if (!hit || !(element.contains(hit) || hit.contains(element)))
    throw new Error(`covered by ${hit?.tagName ?? 'nothing'}: ${target}`)
  return { x: Math.floor(place.x), y: Math.floor(place.y) }
}

/** Where to press the first visible element of a selector, scrolled into view, once it has stopped moving. */
export const placeOf = (look: Tab['look'], target: string): Promise<Place> =>
  untilWorks(async () => {
    const before = await look(placeOnScreen, target)
    const { x, y } = await look(placeOnScreen, target)
    if (x !== before.x || y !== before.y) throw new Error(`it moves: ${target}`)
    return before
  })
