import { missingCodes } from '../../has-code.js'
import type { CartChange, CartCode, Reason } from '../../types.js'
import type { Order } from './order.js'
import { selection } from './order.js'
import type { Operation, ShopData } from './request-shop.js'

const REASONS: Readonly<Record<string, Reason>> = {
  COUPON_CODE_EXPIRED_ERROR: 'DISCOUNT_CURRENTLY_INACTIVE',
  COUPON_CODE_INVALID_ERROR: 'DISCOUNT_NOT_FOUND',
  COUPON_CODE_LIMIT_ERROR: 'DISCOUNT_USAGE_LIMIT_REACHED',
}

/** One operation that makes all changes, one after the other. */
export interface OrderChange extends Operation {
  /** What became of it: the order as it stands, undefined where no step told, and the codes that were refused. */
  readonly outcome: (data: ShopData) => {
    readonly order: Order | undefined
    readonly absent: readonly CartCode[]
  }
}

type Step = Partial<Order> & { readonly errorCode?: string }

export interface ChangeOrderOptions {
  readonly order: Order
  readonly change: CartChange
  readonly fields: readonly [string, string][]
}

const isOrder = (step: Step | null | undefined): step is Order => !!step?.couponCodes

/** What leads from this order to what is wanted, or undefined. A code that somebody put on the order since is left there. */
export const changeOrder = (options: ChangeOrderOptions): OrderChange | undefined => {
  const { change, fields, order } = options
  const { attributes = {}, codes = order.couponCodes } = change
  const gone = missingCodes(order.couponCodes, codes)
  const added = missingCodes(codes, order.couponCodes)
  const changed = fields.flatMap(([name, field]) => {
    const value = attributes[name]
    return value === undefined ? [] : [[field, value || null] as const]
  })
  if (!gone.length && !added.length && !changed.length) return undefined

  const variables = {
    ...Object.fromEntries(gone.map((code, at) => [`gone${at}`, code])),
    ...Object.fromEntries(added.map((code, at) => [`added${at}`, code])),
    ...(changed.length && { input: { customFields: Object.fromEntries(changed) } }),
  }
  const declared = Object.keys(variables)
    .map((name) => `$${name}:${name === 'input' ? 'UpdateOrderInput!' : 'String!'}`)
    .join()
  const steps = [
    ...gone.map((_, at) => `gone${at}:removeCouponCode(couponCode:$gone${at}){...O}`),
    ...added.map(
      (_, at) =>
        `added${at}:applyCouponCode(couponCode:$added${at}){...O ...on ErrorResult{errorCode}}`,
    ),
    ...(changed.length ? ['input:setOrderCustomFields(input:$input){...O}'] : []),
  ]
  return {
    variables,
    query: `mutation(${declared}){${steps.join(' ')}}fragment O on Order{${selection(fields)}}`,
    outcome: (data) => {
      // oxlint-disable-next-line no-unsafe-type-assertion -- as selected
      const done = data as Readonly<Record<string, Step | null>>
      return {
        // a step that is refused leaves the order as it is
        order: Object.values(done).filter(isOrder).pop(),
        absent: added.flatMap((code, at): readonly CartCode[] => {
          const error = done[`added${at}`]?.errorCode
          return error ? [{ code, applicable: false, reason: REASONS[error] ?? 'UNKNOWN' }] : []
        }),
      }
    },
  }
}
