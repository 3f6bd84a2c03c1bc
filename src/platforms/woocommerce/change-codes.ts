import { hasCode } from '../../has-code.js'
import type { CartCode } from '../../types.js'
import { refusal } from '../refusal.js'
import type { CartNotes, Trial } from './cart-note.js'
import type { RawCart } from './raw-cart.js'
import { cartIn, codesOf, couponMessage, droppings, holds } from './raw-cart.js'
import type { StoreApi } from './store-api.js'

export interface ChangeCodesOptions {
  readonly api: StoreApi
  readonly notes: CartNotes
  /** Told what the shop says of a code. */
  readonly heard: (message: string) => void
}

export interface Changed {
  /** The cart as the shop last told it. */
  readonly cart: RawCart
  /** The shop has refused something since, without telling the cart. */
  readonly isStale: boolean
  /** Codes that are known not to go together with those on the cart. */
  readonly refused: readonly CartCode[]
}

/** Writes codes, one a request: that is all the shop can take. */
export interface CodeChanger {
  /** Brings the cart to these codes. Where two do not go together, the one that is named first stands. */
  readonly change: (before: RawCart, wanted: readonly string[]) => Promise<Changed>
  /** Puts right what a page left in the middle of a write. */
  readonly mend: (before: RawCart) => Promise<RawCart>
}

export const codeChanger = ({ api, heard, notes }: ChangeCodesOptions): CodeChanger => {
  let cart: RawCart
  let isStale = false

  const tell = async (verb: 'apply' | 'remove', code: string): Promise<void> => {
    const answer = await api.send(`/cart/${verb}-coupon`, { code })
    const told = cartIn(answer)
    const message = couponMessage(answer)
    if (!told && message === undefined) throw refusal(answer.status)
    if (!told && message) heard(message)
    cart = told ?? cart
    isStale = !told
  }

  const isAlone = (code: string): boolean => hasCode(notes.read().alone ?? [], code)

  /** Some codes silently put all others off the cart, and taking them off again does not bring those back. */
  const putBack = async ({ code, others }: Trial): Promise<void> => {
    const { alone = [] } = notes.read()
    notes.write({ alone: [...alone, code] })
    if (holds(cart, code)) await tell('remove', code)
    for (const other of others) await tell('apply', other)
  }

  /** True where the code may stay: it has put no code off that comes before it. */
  const attempt = async (code: string, above: readonly string[]): Promise<boolean> => {
    if (!above.length) return tell('apply', code).then(() => true)
    if (isAlone(code)) return false
    const trial = { code, others: codesOf(cart) }
    notes.write({ trial })
    await tell('apply', code)
    const saysWhy = droppings(cart).length > 0
    const isCostly = !saysWhy && above.some((other) => !holds(cart, other))
    if (isCostly) await putBack(trial)
    notes.write({ trial: undefined })
    return !isCostly
  }

  const change: CodeChanger['change'] = async (before, wanted) => {
    const refused: CartCode[] = []
    cart = before
    isStale = false
    for (const code of codesOf(cart)) if (!hasCode(wanted, code)) await tell('remove', code)
    for (const [at, code] of wanted.entries()) {
      const above = wanted.slice(0, at).filter((other) => holds(cart, other))
      if (!holds(cart, code) && !(await attempt(code, above)))
        refused.push({ code, applicable: false, reason: 'DISCOUNT_CODE_NOT_HONOURED' })
    }
    return { cart, isStale, refused }
  }

  return {
    change,
    mend: async (before) => {
      const { trial } = notes.read()
      cart = before
      // all of them or none: a single one that is missing was taken off by somebody
      const isCut = trial?.others.every((other) => !holds(before, other))
      if (trial && isCut && before.items_count && !droppings(before).length) await putBack(trial)
      if (trial) notes.write({ trial: undefined })
      return cart
    },
  }
}
