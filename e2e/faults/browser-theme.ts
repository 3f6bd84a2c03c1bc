import type { LifeTheme } from '../../test/journey/life.js'
import { isSame } from '../../test/journey/walk.js'
import { MUG } from '../fixtures.js'
import type { LifeShop } from './stock-life-shop.js'
import type { Tab } from '../support/devtools/open-tab.js'

export interface BrowserThemeOptions {
  readonly current: () => Tab
  readonly cart: LifeShop['cart']
  /** The shopper loses their cart, not in the middle of a request. */
  readonly loseCart: () => Promise<void>
}

/** The theme's own requests, sent from the page that the shopper looks at, and the carts that they filled. */
export const createBrowserTheme = ({ cart, current, loseCart }: BrowserThemeOptions) => {
  const send = (path: string, body: object): Promise<void> =>
    current().run(([to, what]) => window.send(to, what), [path, body] as const)
  const items = (): number =>
    cart.now()?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
  const codes = (): readonly string[] => cart.now()?.codes ?? []
  const setCodes = (list: readonly string[]) => send('/cart/update.js', { discount: list.join() })
  /** Carts that were looked at since something came into them. */
  const met = new Set<string>()
  const token = (): string => cart.now()?.token ?? ''
  const add = async (quantity: number): Promise<void> => {
    if (!items()) met.delete(token())
    await send('/cart/add.js', { id: MUG, quantity })
  }
  const theme: LifeTheme = {
    addItem: () => add(1),
    removeItem: () => send('/cart/change.js', { line: 1, quantity: items() - 1 }),
    setCodes,
    typeCode: (code) => setCodes([...codes(), code]),
    takeOff: (code) => setCodes(codes().filter((held) => !isSame(held, code))),
    replaceCart: async () => {
      const quantity = items()
      await loseCart()
      await add(quantity)
    },
  }
  return {
    theme,
    items,
    meet: (): void => void met.add(token()),
    hasMet: (): boolean => met.has(token()),
  }
}
