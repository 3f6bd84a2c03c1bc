import { expect } from 'vitest'

import type { DiscountKeeper } from '../../../src/index.js'
import { createDiscountKeeper } from '../../../src/index.js'
import type { Keeping } from '../../../src/keeping.js'
import { createKeeping } from '../../../src/keeping.js'
import type { Cart, Grant } from '../../../src/types.js'
import { openView } from '../../keeper/open-view.js'
import type { ShopTraits, ShopUnderTest } from './shop-under-test.js'

const CHECKOUT = '/way-out'

const OUTCOMES = ['applied', 'waiting', 'rejected', 'removed', 'expired'] as const

const tell = ({ reason, status }: Grant): string => (reason ? `${status} ${reason}` : status)

/** Somebody with a keeper on every page they see; the pages share what a browser keeps. */
export const openShopper = (shop: ShopUnderTest, { capabilities, reasons }: ShopTraits) => {
  const outcomes = new Map<string, string>()
  const errors: string[] = []
  let keeper: DiscountKeeper | undefined
  let keeping: Keeping | undefined

  /** Brings everything on this page up to date. */
  const look = async (): Promise<void> => keeping?.act()

  const leave = async (): Promise<void> => {
    await look()
    keeper?.stop()
  }

  /** The next page view. */
  const arrive = async (url = '/'): Promise<DiscountKeeper> => {
    await leave()
    const page = createDiscountKeeper(
      { platform: shop.platform, checkout: { paths: CHECKOUT } },
      {
        view: openView({ url }).view,
        load: () =>
          Promise.resolve({ createKeeping: (options) => (keeping = createKeeping(options)) }),
      },
    )
    keeper = page
    page.on('error', ({ error }) => void errors.push(error.code))
    for (const name of OUTCOMES)
      page.on(name, ({ grant }) => void outcomes.set(grant.code, tell(grant)))
    await page.start()
    await look()
    return page
  }

  const cart = async (): Promise<Cart> => {
    const read = await shop.platform.read?.()
    if (!read) throw new Error('A platform that is held to this suite can read a cart')
    return read
  }

  return {
    ...shop,
    arrive,
    capabilities,
    cart,
    errors,
    leave,
    look,
    reasons,
    /** Asks the platform to write, and answers the cart. */
    write: async (change: Parameters<NonNullable<typeof shop.platform.write>>[0]) => {
      const after = await shop.platform.write?.(change)
      if (!after) throw new Error('A platform that is held to this suite can write a cart')
      return after
    },
    /** What became of a code: its status, and the reason if there is one. */
    outcome: (code: string): string => {
      const grant = keeper?.grants.find((held) => held.code === code)
      return grant ? tell(grant) : (outcomes.get(code) ?? 'unknown')
    },
    /** Codes that the cart honours, in lower case. */
    honoured: async (): Promise<readonly string[]> => {
      const { codes = [] } = await cart()
      return codes
        .flatMap(({ applicable, code }) => (applicable ? [code.toLowerCase()] : []))
        .sort()
    },
    /** The code leaves with the shopper, whatever the shop says. */
    expectWayOut: (code: string): void => {
      expect(keeper?.checkoutUrl(CHECKOUT)).toBe(`${CHECKOUT}?discount=${code}`)
    },
    expectNoWayOut: (): void => {
      expect(keeper?.checkoutUrl(CHECKOUT)).toBe(CHECKOUT)
    },
  }
}

export type Shopper = ReturnType<typeof openShopper>

/** What one case does, given a shopper; it answers in a few words what came of it. */
export type Case = (shopper: Shopper) => Promise<string>

export type Cases = Readonly<Record<string, Case>>
