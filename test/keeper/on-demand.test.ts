// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { createDiscountKeeper } from '../../src/index.js'
import type { DiscountKeeperOptions } from '../../src/index.js'
import { createKeeping } from '../../src/keeping.js'
import { DAY } from '../../src/names.js'
import { NOON } from '../support/entry.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, settle, sleep, visit } from './open-page.js'
import type { OpenViewOptions } from './open-view.js'
import { openView } from './open-view.js'

openBrowserForEachTest()

/** A page that has not started, and how often the part that keeps was asked for. */
const open = (page: OpenViewOptions = {}, options: DiscountKeeperOptions = {}) => {
  const opened = openView(page)
  const load = vi.fn(() => Promise.resolve({ createKeeping }))
  const keeper = createDiscountKeeper(options, { view: opened.view, now: () => Date.now(), load })
  const heard: string[] = []
  keeper.on('ready', ({ grants, ref }) => {
    heard.push(['ready', ...grants.map(({ code }) => code), ref?.ref].filter(Boolean).join(' '))
  })
  keeper.on('error', ({ error }) => void heard.push(error.code))
  return { ...opened, keeper, load, told: heard }
}

const started = async (...given: Parameters<typeof open>) => {
  const page = open(...given)
  await page.keeper.start()
  await settle()
  return page
}

describe('a page with nothing to keep', () => {
  it.each([
    ['says so', { url: '/' }],
    ['does so for parameters of others', { url: '/?utm_source=x&discounts=NO' }],
  ])('%s, and brings no more', async (_, page) => {
    const { keeper, load, told } = await started(page)
    expect(told).toEqual(['ready'])
    expect(load).not.toHaveBeenCalled()
    expect([keeper.grants, keeper.ref]).toEqual([[], undefined])
    expect(keeper.checkoutUrl('/checkout')).toBe('/checkout')
    expect(keeper.link('https://shop.test/p')).toBe('https://shop.test/p')
    expect(keeper.link('/p')).toBe('http://localhost:3000/p')
    expect(keeper.link()).toBe('http://localhost:3000' + page.url)
    expect(keeper.inspect()).toMatchObject({
      platform: 'generic',
      durability: 'memory',
      layers: [],
    })
    expect(localStorage).toHaveLength(0)
    expect(vi.getTimerCount()).toBe(0)
    keeper.stop()
  })

  it('brings the rest when another tab has landed', async () => {
    const { keeper, load, storageChanged } = await started()
    const other = await visit({}, '/?discount=SAVE10')
    other.leave()
    storageChanged('cc_discount_code')
    await settle()
    expect(load).toHaveBeenCalledTimes(1)
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    keeper.stop()
  })

  it('brings the rest when it comes out of the back/forward cache after a landing', async () => {
    const { keeper, restore } = await started()
    const other = await visit({}, '/?discount=SAVE10')
    other.leave()
    restore()
    await settle()
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    keeper.stop()
  })

  it('brings the rest when a router of the page follows a link', async () => {
    const { keeper, load, push } = await started()
    push('/a')
    expect(load).not.toHaveBeenCalled()
    push('/b?ref=anna')
    await settle()
    expect(load).toHaveBeenCalledTimes(1)
    expect(keeper.ref?.ref).toBe('anna')
    keeper.stop()
  })
})

describe('a page with something to keep', () => {
  it.each(['/?discount=SAVE10', '/?via=anna', '/fr/discount/SAVE10'])(
    'brings the rest in the same task: %s',
    (url) => {
      const { keeper, load } = open({ url })
      void keeper.start()
      expect(load).toHaveBeenCalledTimes(1)
      keeper.stop()
    },
  )

  it('brings it once, whoever asks', async () => {
    const { keeper, load } = open({ url: '/?discount=SAVE10' })
    await Promise.all([keeper.start(), keeper.apply('OWN7'), keeper.remove('OTHER')])
    expect(load).toHaveBeenCalledTimes(1)
    expect(keeper.grants.map(({ code }) => code).sort()).toEqual(['OWN7', 'SAVE10'])
    keeper.stop()
  })

  it.each([
    ['a record', () => localStorage.setItem('cc_discount_code', 'SAVE10')],
    ['a cookie', () => void (document.cookie = 'cc_discount_code=SAVE10')],
    [
      'a cookie among others',
      () => {
        document.cookie = 'a=1'
        document.cookie = 'cc_ref=x'
        document.cookie = 'z=1'
      },
    ],
    ['what was seen of a cart', () => void (document.cookie = 'cc_discount_seen={}')],
  ])('finds what an earlier page left: %s', async (_, leave) => {
    leave()
    const { keeper, load } = await started()
    expect(load).toHaveBeenCalledTimes(1)
    keeper.stop()
  })

  it('asks a layer of the page itself', async () => {
    const own = {
      name: 'account',
      durability: 'server',
      read: (key: string) => (key === 'cc_discount_code' ? 'SAVE10' : ''),
      write: () => undefined,
    } as const
    const { keeper } = await started({}, { layers: [own] })
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    keeper.stop()
  })

  it('says what the URL said when it was looked at, whatever became of it since', async () => {
    const { history, keeper } = open({ url: '/?discount=SAVE10&ref=anna' })
    const starting = keeper.start()
    history.replaceState(undefined, '', '/')
    await starting
    expect(keeper.grants.map(({ code }) => code)).toEqual(['SAVE10'])
    expect(keeper.ref?.ref).toBe('anna')
    keeper.stop()
  })
})

describe('a part that does not load', () => {
  it('is told, throws nothing, and is asked for again by the next call', async () => {
    const { keeper, load, told } = open({ url: '/?discount=SAVE10' })
    load.mockRejectedValueOnce(new Error('offline'))
    await keeper.start()
    expect(told[0]).toBe('OFFLINE')
    load.mockRejectedValueOnce(new Error('offline'))
    expect(await keeper.apply('OWN7')).toEqual({ status: 'rejected', reason: 'UNKNOWN' })
    expect(await keeper.apply('OWN7')).toMatchObject({ status: 'held' })
    keeper.stop()
  })

  it('leaves the landing for the next page, with its own time', async () => {
    const { keeper, load } = open({ url: '/?discount=SAVE10,B2&discount=%3Cb%3E&ref=anna' })
    load.mockRejectedValue(new Error('gone'))
    await keeper.start()
    keeper.stop()
    expect(localStorage.getItem('cc_discount_landing')).not.toContain('anna')
    sleep(DAY)
    const next = await visit()
    expect([...next.codes()].sort()).toEqual(['B2', 'SAVE10'])
    expect(next.keeper.grants[0]).toMatchObject({
      source: 'link',
      grantedAt: NOON,
      expiresAt: NOON + 30 * DAY,
    })
    expect(localStorage.getItem('cc_discount_landing')).toBeNull()
  })

  it('never makes a landing newer than now', async () => {
    localStorage.setItem('cc_discount_landing', JSON.stringify([[NOON + 9 * DAY, 'SAVE10']]))
    const { keeper } = await visit()
    expect(keeper.grants[0]?.grantedAt).toBe(NOON)
  })
})

describe('a landing that nobody could grant', () => {
  const gone = new Error('gone')

  it('is granted together with the next one', async () => {
    const first = open({ url: '/?discount=SAVE10' })
    first.load.mockRejectedValue(gone)
    await first.keeper.start()
    first.keeper.stop()
    const next = await visit({ stacking: 'combine' }, '/?discount=EXTRA5&ref=anna')
    expect([...next.codes()].sort()).toEqual(['EXTRA5', 'SAVE10'])
    expect(next.told().filter((name) => name === 'granted EXTRA5')).toHaveLength(1)
  })

  it('outlives a link without a code', async () => {
    const first = open({ url: '/?discount=SAVE10' })
    first.load.mockRejectedValue(gone)
    await first.keeper.start()
    first.keeper.stop()
    expect((await visit({}, '/?ref=anna')).codes()).toEqual(['SAVE10'])
  })

  it.each(['/?discount=SAVE10&ref=anna', '/discount/SAVE10?ref=anna'])(
    'is granted in full once the rest has loaded: %s',
    async (url) => {
      const { keeper, load, view } = open({ url })
      load.mockRejectedValueOnce(gone)
      await keeper.start()
      view.dispatchEvent(new Event('online'))
      await settle()
      // a path alone leaves no trace that would ask again
      await keeper.remove('OTHER')
      await settle()
      expect([...keeper.grants.map(({ code }) => code), keeper.ref?.ref]).toEqual([
        'SAVE10',
        'anna',
      ])
      keeper.stop()
    },
  )

  it.each(['reload', 'back_forward'] as const)('is no landing on %s', async (type) => {
    const first = await visit({}, '/?discount=SAVE10')
    await first.keeper.remove('SAVE10')
    first.leave()
    const again = open({ url: '/?discount=SAVE10', type })
    again.load.mockReturnValue(new Promise(() => undefined))
    void again.keeper.start()
    again.keeper.stop()
    expect((await visit()).codes()).toEqual([])
  })
})

describe('a keeper that was stopped while the rest came', () => {
  it.each([
    [
      'after a step within the page',
      (page: ReturnType<typeof open>) => page.push('/x?discount=SAVE10'),
    ],
    [
      'after another tab wrote',
      (page: ReturnType<typeof open>) => {
        localStorage.setItem('cc_discount_code', 'SAVE10')
        page.storageChanged('cc_discount_code')
      },
    ],
  ])('asks the shop nothing: %s', async (_, happen) => {
    const shop = openShop()
    shop.theme.addItem()
    const page = open({}, { platform: shop.platform })
    await page.keeper.start()
    happen(page)
    page.keeper.stop()
    await settle()
    expect(shop.requests).toEqual([])
  })
})

describe('a prerendered page', () => {
  it('has what it is asked to do done when it is shown', async () => {
    const shop = openShop()
    shop.theme.addItem()
    const page = open({ prerendering: true }, { platform: shop.platform })
    void page.keeper.start()
    const applied = page.keeper.apply('OWN7')
    await settle()
    expect([shop.requests, localStorage.length]).toEqual([[], 0])
    page.show()
    await settle()
    expect(await applied).toMatchObject({ status: 'applied' })
    page.keeper.stop()
  })
})

describe('the note of a landing', () => {
  const noted = (options: DiscountKeeperOptions, url = '/?discount=SAVE10') => {
    const { keeper } = open({ url }, options)
    void keeper.start()
    keeper.stop()
    return localStorage.getItem('cc_discount_landing')
  }

  it.each<readonly [string, DiscountKeeperOptions]>([
    ['another layer was chosen', { layers: 'cookie' }],
    [
      'the page asks consent first',
      { consent: { attribution: () => true, discount: () => undefined } },
    ],
    [
      'the platform knows whom to ask',
      {
        platform: {
          name: 'own',
          checkoutPath: /x/,
          consent: () => ({ attribution: () => true, discount: () => undefined }),
        },
      },
    ],
    ['nothing may be written', { platform: { name: 'own', checkoutPath: /x/, inert: () => true } }],
  ])('is not written where %s', (_, options) => {
    expect(noted(options)).toBeNull()
  })

  it('is not written for a ref alone', () => {
    expect(noted({}, '/?ref=anna')).toBeNull()
  })

  it('is written where consent was given, and gone once the grant is kept', async () => {
    expect(noted({ consent: { attribution: () => true, discount: () => true } })).toContain(
      'SAVE10',
    )
    await visit({}, '/?discount=SAVE10')
    expect(localStorage.getItem('cc_discount_landing')).toBeNull()
  })
})
