import type { FakeShop } from './fake-shop.js'
import type { Tell } from './shop-types.js'

/** What the storefront's own scripts do on one page: they change the cart first and are seen doing it after. */
export const openTheme = (shop: FakeShop, told: ReadonlySet<Tell>) => {
  const tell: Tell = (signal) => {
    for (const watcher of told) watcher(signal)
  }
  const setItems = (items: number): void => {
    const cart = shop.current() ?? shop.makeCart()
    cart.items = items
    if (shop.itemsDropCodes) cart.codes = []
    shop.tidy(cart)
    tell('items')
  }
  const setCodes = (codes: readonly string[]): void => {
    const cart = shop.current() ?? shop.makeCart()
    shop.setCodes(cart, codes)
    tell('codes')
  }
  const codes = (): readonly string[] => shop.current()?.codes ?? []
  return {
    addItem: () => setItems((shop.current()?.items ?? 0) + 1),
    removeItem: () => setItems(Math.max(0, (shop.current()?.items ?? 0) - 1)),
    empty: () => setItems(0),
    setCodes,
    /** The shopper uses the theme's own field. */
    typeCode: (code: string) => setCodes([...codes(), code]),
    takeOff: (code: string) =>
      setCodes(codes().filter((other) => other.toLowerCase() !== code.toLowerCase())),
    /** The shop moves what the shopper has to a cart with another id. */
    replaceCart: (keeps: 'all' | 'items' = 'items') => {
      const before = shop.current()
      shop.makeCart(keeps === 'all' ? before : { items: before?.items ?? 0 })
      tell('items')
    },
    tell,
  }
}

export type Theme = ReturnType<typeof openTheme>
