import { variantOf } from './catalog.js'
import { lineKey } from './cart-json.js'
import { isFields, textOf, type Fields } from './form-fields.js'
import { badRequest, cartError, notFound, type CartRefusal } from './refusal.js'
import type { CartLine, ShopCart } from './types.js'

/** Lines as they would be, or why they cannot be. Nothing is changed until the caller takes them over. */
export type LinesOutcome =
  | { readonly lines: CartLine[]; readonly touched: readonly CartLine[] }
  | { readonly refused: CartRefusal }

const quantityOf = (value: unknown, absent: number): number | undefined => {
  const quantity = value === undefined ? absent : Number(value)
  return Number.isInteger(quantity) && quantity >= 0 && value !== '' ? quantity : undefined
}

const propertiesOf = (value: unknown): Record<string, string> =>
  isFields(value)
    ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, textOf(text)]))
    : {}

const copy = (lines: readonly CartLine[]): CartLine[] => lines.map((line) => ({ ...line }))

const kept = (lines: CartLine[]): CartLine[] => lines.filter((line) => line.quantity > 0)

const refusalToSell = (id: number): CartRefusal | undefined => {
  const found = variantOf(id)
  if (!found) return cartError('There is no such variant.')
  return found.variant.available ? undefined : cartError(`${found.product.title} is sold out.`)
}

const addOne = (lines: CartLine[], item: Fields): CartLine | CartRefusal => {
  const variantId = Number(item['id'])
  const refused = refusalToSell(variantId)
  if (refused) return refused
  const quantity = quantityOf(item['quantity'], 1)
  if (!quantity) return cartError('The quantity has to be a whole number from 1.')
  const added = { variantId, properties: propertiesOf(item['properties']), quantity }
  const same = lines.find((line) => lineKey(line) === lineKey(added))
  if (same) same.quantity += quantity
  else lines.unshift(added)
  return same ?? added
}

const itemsOf = (fields: Fields): Fields[] => {
  const { items } = fields
  if (items === undefined) return [fields]
  return (Array.isArray(items) ? items : isFields(items) ? Object.values(items) : []).filter(
    isFields,
  )
}

/** What `add` does: `id` and `quantity`, or a list of `items`. All of them or none. */
export const addLines = (cart: ShopCart, fields: Fields): LinesOutcome => {
  const lines = copy(cart.lines)
  const touched: CartLine[] = []
  for (const item of itemsOf(fields)) {
    const added = addOne(lines, item)
    if ('httpStatus' in added) return { refused: added }
    touched.push(added)
  }
  return touched.length > 0 ? { lines, touched } : { refused: cartError('Nothing to add.') }
}

/** Lines that have become the same one are one line. */
const joined = (lines: readonly CartLine[]): CartLine[] => {
  const byKey = new Map<string, CartLine>()
  for (const line of lines) {
    const same = byKey.get(lineKey(line))
    if (same) same.quantity += line.quantity
    else byKey.set(lineKey(line), line)
  }
  return [...byKey.values()]
}

/** What `change` does: one line, by its number from 1 or by its key or variant; properties are replaced as a whole. */
export const changeLine = (cart: ShopCart, fields: Fields): LinesOutcome => {
  const lines = copy(cart.lines)
  const name = textOf(fields['id'])
  const line =
    fields['line'] === undefined
      ? lines.find((held) => lineKey(held) === name || String(held.variantId) === name)
      : lines[Number(fields['line']) - 1]
  const { properties } = fields
  const quantity = quantityOf(fields['quantity'], properties ? (line?.quantity ?? 1) : 1)
  if (!line || quantity === undefined) return { refused: badRequest('There is no such line.') }
  const changed = {
    ...line,
    quantity,
    ...(properties !== undefined && { properties: propertiesOf(properties) }),
  }
  const after = lines.map((held) => (held === line ? changed : held))
  return { lines: joined(kept(after)), touched: [changed] }
}

const setQuantity = (lines: CartLine[], name: string, value: unknown): CartRefusal | undefined => {
  const quantity = quantityOf(value, 0)
  if (quantity === undefined) return badRequest('A quantity has to be a whole number.')
  const line = lines.find((held) => lineKey(held) === name || String(held.variantId) === name)
  if (line) {
    line.quantity = quantity
    return undefined
  }
  if (!variantOf(Number(name))) return notFound('There is no such variant.')
  const refused = refusalToSell(Number(name))
  if (!refused) lines.unshift({ variantId: Number(name), properties: {}, quantity })
  return refused
}

/** What `updates` does: quantities by position, or by variant or line key. */
export const updateLines = (cart: ShopCart, updates: unknown): LinesOutcome => {
  const lines = copy(cart.lines)
  const named: [string, unknown][] = Array.isArray(updates)
    ? lines.map((line, index) => [lineKey(line), updates[index] ?? line.quantity])
    : Object.entries(isFields(updates) ? updates : {})
  for (const [name, value] of named) {
    const refused = setQuantity(lines, name, value)
    if (refused) return { refused }
  }
  return { lines: kept(lines), touched: lines }
}
