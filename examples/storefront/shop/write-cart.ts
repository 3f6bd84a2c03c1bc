import { addLines, changeLine, updateLines, type LinesOutcome } from './cart-changes.js'
import { splitCodes } from './fold-code.js'
import { isFields, textOf, type Fields } from './form-fields.js'
import { joinVisit } from './join-visit.js'
import { badRequest, type CartRefusal } from './refusal.js'
import type { ShopState } from './state.js'
import type { CartLine, ShopCart } from './types.js'

export type CartVerb = 'add' | 'update' | 'change' | 'clear'

/** One write to a cart. */
export interface CartWrite {
  readonly verb: CartVerb
  readonly fields: Fields
  /** The code the visit remembers. */
  readonly visit: string | undefined
}

const writeAttributes = (state: ShopState, cart: ShopCart, attributes: unknown): void => {
  for (const [name, value] of Object.entries(isFields(attributes) ? attributes : {})) {
    // Taking an attribute away by null is promised nowhere: it stays as it was.
    if (value === null || value === undefined) continue
    if (value === '' && state.settings.emptyAttributes === 'go') cart.attributes.delete(name)
    else cart.attributes.set(name, textOf(value))
  }
}

/** Puts these codes on the cart in place of all others; from now on the remembered visit has no say. */
export const setCodes = (state: ShopState, cart: ShopCart, codes: readonly string[]): void => {
  if (cart.lines.length === 0 && state.settings.emptyCart === 'ignores') return
  cart.codes = splitCodes(codes.join())
  cart.decided = true
  cart.doorCodes = undefined
}

const linesAfter = (cart: ShopCart, { verb, fields }: CartWrite): LinesOutcome => {
  if (verb === 'add') return addLines(cart, fields)
  if (verb === 'change') return changeLine(cart, fields)
  if (verb === 'clear') return { lines: [], touched: [] }
  const { discount } = fields
  if (discount !== undefined && typeof discount !== 'string') {
    return { refused: badRequest('discount has to be a comma list.') }
  }
  return updateLines(cart, fields['updates'])
}

const writeDetails = (state: ShopState, cart: ShopCart, fields: Fields): void => {
  writeAttributes(state, cart, fields['attributes'])
  if (typeof fields['note'] === 'string') cart.note = fields['note']
  if (typeof fields['discount'] === 'string') setCodes(state, cart, [fields['discount']])
}

const settleCodes = (
  state: ShopState,
  cart: ShopCart,
  { verb, visit, wasEmpty }: CartWrite & { readonly wasEmpty: boolean },
): void => {
  const { settings } = state
  const isEmpty = cart.lines.length === 0
  if (verb === 'clear' && !settings.clearKeepsCodes) cart.codes = []
  if (isEmpty && settings.emptyCart === 'drops') cart.codes = []
  const begins = wasEmpty && !isEmpty && !cart.decided
  if (begins && settings.visit === 'remembers') joinVisit(state, cart, visit)
}

/** Does one write, all of it or none, and answers the lines it touched or why it was refused. */
export const writeCart = (
  state: ShopState,
  cart: ShopCart,
  write: CartWrite,
): { readonly touched: readonly CartLine[] } | { readonly refused: CartRefusal } => {
  const outcome = linesAfter(cart, write)
  if ('refused' in outcome) return outcome

  const wasEmpty = cart.lines.length === 0
  cart.lines = outcome.lines
  if (write.verb === 'update') writeDetails(state, cart, write.fields)
  settleCodes(state, cart, { ...write, wasEmpty })
  cart.touchedAt = state.settings.now()
  return { touched: outcome.touched }
}
