import { isSame } from '../is-same.js'
import type { Cart, CartCode } from '../types.js'

/**
 * Only writes tell reasons: a cart that is read again gets those of the last write, for as long as the same things are in it
 * and the code still takes no effect.
 */
export const rememberReasons = (): ((cart: Cart) => Cart) => {
  let last: Cart | undefined
  const known = ({ applicable, code }: CartCode): CartCode | undefined =>
    applicable
      ? undefined
      : last?.codes?.find((told) => !told.applicable && isSame(told.code, code))

  return (cart) => {
    const isAlike = last?.id === cart.id && last.itemCount === cart.itemCount
    const codes = cart.codes?.map((code) => {
      const reason = code.reason ?? (isAlike ? known(code)?.reason : undefined)
      return reason ? { ...code, reason } : code
    })
    last = { ...cart, codes }
    return last
  }
}
