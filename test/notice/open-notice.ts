import { defineDiscountNotice, type DiscountNoticeElement } from '../../src/notice/index.js'

/** Puts an element on the page, as its HTML would. */
export const openNotice = (
  attributes: Readonly<Record<string, string>> = {},
  properties: Partial<Pick<DiscountNoticeElement, 'keeper' | 'texts'>> = {},
): DiscountNoticeElement => {
  defineDiscountNotice()
  const element = Object.assign(document.createElement('discount-notice'), properties)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.body.append(element)
  return element
}

const partsOf = (element: Element, part: string): readonly HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${part}"]`) ?? []),
]

/** The text of every part of that name. */
export const texts = (element: Element, part: string): readonly string[] =>
  partsOf(element, part).map(({ textContent }) => textContent)

/** The button that a screen reader would call that. */
export const button = (element: Element, name: string): HTMLButtonElement => {
  const found = partsOf(element, 'button').find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  )
  if (!(found instanceof HTMLButtonElement)) throw new Error(`There is no button "${name}"`)
  return found
}
