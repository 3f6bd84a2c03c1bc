import { isObject } from '../../is-object.js'
import { isSame } from '../../is-same.js'
import type { CartCode } from '../../types.js'
import { sumUpCode } from '../sum-up-code.js'
import { tally } from '../tally.js'

/** The parts of the Ajax API's cart that say what codes do. Any of them may be missing. */
export interface AllocatedCart {
  readonly discount_codes?: readonly CartCode[] | undefined
  readonly items?: unknown
  readonly cart_level_discount_applications?: unknown
}

const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isObject) : []

const toNumber = (value: unknown): number =>
  typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN

interface Allocation {
  readonly amount: unknown
  readonly application: Readonly<Record<string, unknown>>
}

const allocations = (cart: AllocatedCart): readonly Allocation[] => [
  ...objects(cart.cart_level_discount_applications).map((application) => ({
    amount: application['total_allocated_amount'],
    application,
  })),
  ...objects(cart.items)
    .flatMap((item) => objects(item['line_level_discount_allocations']))
    .flatMap(({ amount, discount_application: application }) =>
      isObject(application) ? [{ amount, application }] : [],
    ),
]

/** Of a code's application, its title is the code. */
const isOf =
  (code: string) =>
  ({ application: { title, type } }: Allocation): boolean =>
    type === 'discount_code' && typeof title === 'string' && isSame(title, code)

const percentageOf = ({ application }: Allocation): number | undefined => {
  const { target_selection: items, target_type: target, value, value_type: kind } = application
  const isWhole = kind === 'percentage' && items === 'all' && target === 'line_item'
  return isWhole ? toNumber(value) : undefined
}

const readCode = (code: string, all: readonly Allocation[]): Omit<CartCode, 'applicable'> => {
  const effects = all.filter(isOf(code)).map((allocation) => ({
    amount: toNumber(allocation.amount),
    percentage: percentageOf(allocation),
  }))
  return { code, ...sumUpCode(effects) }
}

/** The codes of the cart, with what each takes off; a percentage only where it is off every item, entitled or not. */
export const readCodes = (cart: AllocatedCart): readonly CartCode[] | undefined => {
  if (!Array.isArray(cart.discount_codes)) return undefined
  const all = allocations(cart)
  return objects(cart.discount_codes).flatMap(({ applicable, code }) =>
    typeof code === 'string' ? [{ ...readCode(code, all), applicable: applicable === true }] : [],
  )
}

/**
 * Which versions of which products, and how many of each; undefined where the shop does not say. Lines do not count: the
 * discount itself may split one in two.
 */
export const readContents = ({ items }: AllocatedCart): string | undefined => {
  const lines = objects(items)
  const isSaid = lines.every(({ quantity, variant_id: id }) => id && toNumber(quantity) > 0)
  const what = ({
    selling_plan_allocation: plan,
    variant_id: id,
  }: (typeof lines)[number]): string => [id, isObject(plan) ? 'planned' : ''].join(' ')
  return isSaid ? tally(lines.map((line) => [what(line), toNumber(line['quantity'])])) : undefined
}
