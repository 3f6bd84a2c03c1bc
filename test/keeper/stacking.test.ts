// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import type { Meeting } from '../../src/index.js'
import { openShop } from '../support/fake-shop/open-shop.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

/** Two links, one after the other, by the same rule. */
const followBoth = async (options: Parameters<typeof visit>[0], second = '/?discount=NEW') => {
  const first = await visit(options, '/?discount=OLD')
  first.leave()
  sleep(1000)
  return visit(options, second)
}

describe('stacking', () => {
  it.each([
    [undefined, ['NEW']],
    ['last', ['NEW']],
    ['first', ['OLD']],
    ['best', ['OLD', 'NEW']],
    ['combine', ['OLD', 'NEW']],
  ] as const)('by %s keeps %j of two links', async (stacking, expected) => {
    const { codes } = await followBoth({ stacking })
    expect(codes()).toEqual(expected)
  })

  it('tells the grant that lost, with the reason', async () => {
    const { log } = await followBoth({})
    const lost = log.find(({ name }) => name === 'rejected')?.detail
    expect(lost).toMatchObject({ grant: { code: 'OLD', reason: 'DISCOUNT_CODE_NOT_HONOURED' } })
  })

  it('keeps all codes of one link together', async () => {
    const { codes } = await followBoth({}, '/?discount=A1,B2')
    expect([...codes()].sort()).toEqual(['A1', 'B2'])
  })

  it('does not give the alternative to a grant that lost', async () => {
    const { codes } = await followBoth({ expiry: { alternative: 'INSTEAD' } })
    expect(codes()).toEqual(['NEW'])
  })

  it('asks a rule of the merchant, with what is held, what arrives and the cart', async () => {
    const shop = openShop({ coupons: { OLD: {}, NEW: {} } })
    shop.theme.addItem()
    const meetings: Meeting[] = []
    const stacking = (meeting: Meeting) => {
      meetings.push(meeting)
      return [...meeting.held, ...meeting.incoming].filter(({ code }) => code === 'OLD')
    }
    const { codes } = await followBoth({ stacking, platform: shop.platform })
    expect(codes()).toEqual(['OLD'])
    expect(shop.current()?.codes).toEqual(['OLD'])
    const arrival = meetings.find(({ incoming }) => incoming.length)
    expect(arrival?.held.map(({ code }) => code)).toEqual(['OLD'])
    expect(arrival?.incoming.map(({ code }) => code)).toEqual(['NEW'])
  })

  it('waits for a rule that has to ask somebody', async () => {
    const stacking = async ({ held, incoming }: Meeting) => {
      await Promise.resolve()
      return held.length ? held : incoming
    }
    const { codes } = await followBoth({ stacking })
    expect(codes()).toEqual(['OLD'])
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('rule')
      },
    ],
    ['rejects', () => Promise.reject(new Error('rule'))],
  ])('keeps the newest link, and says so, when a rule %s', async (_, stacking) => {
    const { codes, errors } = await followBoth({ stacking })
    expect(codes()).toEqual(['NEW'])
    expect(errors()).toContain('CALLBACK')
  })

  it.each([7, [undefined], 'NEW', [{ code: 7 }], undefined, null, {}])(
    'keeps the newest link, and says so, when a rule answers %j',
    async (answer) => {
      const stacking = () => answer as never
      const { codes, errors } = await followBoth({ stacking })
      expect(codes()).toEqual(['NEW'])
      expect(new Set(errors())).toEqual(new Set(['CALLBACK']))
    },
  )

  it('lets none stand where a rule answers none', async () => {
    const { codes, told } = await followBoth({ stacking: () => [] })
    expect(codes()).toEqual([])
    expect(told()).toEqual(expect.arrayContaining(['rejected OLD', 'rejected NEW']))
  })

  it('tells each grant that lost once', async () => {
    const page = await followBoth({})
    page.keeper.stop()
    await page.keeper.start()
    await settle()
    expect(page.told().filter((name) => name === 'rejected OLD')).toHaveLength(1)
    expect((await visit()).told()).not.toContain('rejected OLD')
  })
})

describe('a rule that takes its time', () => {
  const slow = (milliseconds: number) => (meeting: Meeting) =>
    new Promise<Meeting['held']>((resolve) => {
      setTimeout(() => resolve(meeting.held.length ? meeting.held : meeting.incoming), milliseconds)
    })

  it('is waited for, and the cart with it', async () => {
    const shop = openShop({ coupons: { OLD: {}, NEW: {} } })
    shop.theme.addItem()
    const { codes } = await followBoth({ stacking: slow(1500), platform: shop.platform })
    await settle()
    expect(codes()).toEqual(['OLD'])
    expect(shop.current()?.codes).toEqual(['OLD'])
  })

  it('is not waited for without end: the newest link stands, and the cart gets it', async () => {
    const shop = openShop({ coupons: { OLD: {}, NEW: {} } })
    shop.theme.addItem()
    const stacking = () => new Promise<never>(() => undefined)
    const { codes, errors } = await followBoth({ stacking, platform: shop.platform })
    for (let at = 0; at < 8; at++) await settle()
    expect(codes()).toEqual(['NEW'])
    expect(new Set(errors())).toEqual(new Set(['CALLBACK']))
    expect(shop.current()?.codes).toEqual(['NEW'])
  })

  it('has no say any more when the keeper was stopped meanwhile', async () => {
    const page = openPage({ stacking: slow(3000) }, { url: '/?discount=OLD' })
    await page.keeper.start()
    page.push('/?discount=NEW')
    await settle()
    page.keeper.stop()
    await settle()
    expect(page.told().filter((name) => name.startsWith('rejected'))).toEqual([])
    expect([...page.codes()].sort()).toEqual(['NEW', 'OLD'])
  })

  it('has no say in a promise that was made anew meanwhile', async () => {
    let asked = 0
    const stacking = async ({ held, incoming }: Meeting) => {
      const isFirst = ++asked === 1
      await new Promise((resolve) => {
        setTimeout(resolve, isFirst ? 1000 : 0)
      })
      return isFirst ? held : [...held, ...incoming]
    }
    const page = openPage({ stacking }, { url: '/?discount=OLD' })
    await page.keeper.start()
    page.push('/?discount=NEW')
    sleep(1)
    page.push('/?discount=NEW,MORE')
    await settle()
    expect(asked).toBeGreaterThan(1)
    expect([...page.codes()].sort()).toEqual(['MORE', 'NEW', 'OLD'])
  })
})
