import type { Cart, CartCode, Platform } from '../../types.js'
import { refusal } from '../refusal.js'
import type { WooCommerceOptions } from '../woocommerce.js'
import { cartIdOf } from './cart-id.js'
import { cartNotes } from './cart-note.js'
import { codeChanger } from './change-codes.js'
import { plainText } from './plain-text.js'
import type { RawCart } from './raw-cart.js'
import { cartIn, droppings } from './raw-cart.js'
import { refreshWoo } from './refresh-woo.js'
import { sessionOf } from './session-of.js'
import { storeApi } from './store-api.js'
import { attributesOf, NAMESPACE, toCart } from './to-cart.js'
import { watchWoo } from './watch-woo.js'

type Task<Result> = () => Promise<Result>

/** What the shop says of a cart that is gone: nothing of its own. */
const GONE: RawCart = { items_count: 0, coupons: [] }

/** The Store API of a WooCommerce shop, as a platform. */
export const storeCart = (options: WooCommerceOptions): Platform => {
  const { cartToken, said, view = () => window, watch } = options
  const api = storeApi(options, view)
  const notes = cartNotes(() => view().localStorage)
  const cartId = cartIdOf({ cartToken, notes, cookies: () => view().document.cookie })
  const plain = (message: string): string => plainText(message, view())
  const heard = (message: string): void => said?.(plain(message))
  const { change, mend } = codeChanger({ api, notes, heard })
  let last: RawCart | undefined
  let tail: Promise<unknown> = Promise.resolve()

  const inTurn = <Result>(task: Task<Result>): Promise<Result> => {
    const done = tail.then(task)
    tail = done.catch(() => undefined)
    return done
  }

  const get = async (): Promise<RawCart> => {
    const answer = await api.send('/cart')
    const raw = cartIn(answer)
    if (!raw) throw refusal(answer.status)
    // a token that has run out is no error: the answer is a cart of somebody new
    const isOurs = !cartToken || !answer.session || answer.session === sessionOf(cartToken())
    return isOurs ? raw : GONE
  }

  const tell = (raw: RawCart, refused?: readonly CartCode[]): Cart => {
    // what is told once is heard once
    last = { ...raw, errors: [] }
    droppings(raw).forEach(heard)
    return toCart(raw, { id: raw === GONE ? '' : cartId(), plain, refused })
  }

  /** The cart with these attributes; undefined where nobody keeps them. */
  const keep = async (raw: RawCart, added: Cart['attributes']): Promise<RawCart | undefined> => {
    const kept = attributesOf(raw)
    if (!kept) return undefined
    const all = Object.entries({ ...kept, ...added }).filter(([, value]) => value)
    const data = Object.fromEntries(all)
    return cartIn(await api.send('/cart/extensions', { namespace: NAMESPACE, data }))
  }

  return {
    name: 'woocommerce',
    capabilities: {
      multi: true,
      replacesOnApply: false,
      caseSensitive: false,
      emptyCartKeeps: !!cartToken,
      typedErrors: false,
      // with the companion plugin
      attributes: true,
    },
    // no page of this shop reads codes from its address: the cart alone carries them
    checkoutPath: /(?!)/,
    cartId,
    read: async () => {
      last = undefined
      const raw = await get()
      return tell(notes.read().trial ? await inTurn(() => mend(raw)) : raw)
    },
    write: ({ attributes, codes }) =>
      inTurn(async () => {
        const before = last ?? (await get())
        const changed = codes ? await change(before, codes) : { cart: before, isStale: false }
        const kept = attributes && (await keep(changed.cart, attributes))
        const after = kept ?? (changed.isStale ? await get() : changed.cart)
        return tell(after, 'refused' in changed ? changed.refused : [])
      }),
    watch: (changed, stop) => watchWoo({ view: view(), own: api.own, changed, stop, app: watch }),
    refresh: () => refreshWoo(view()),
  }
}
