import { describe, expect, it, vi } from 'vitest'
import { createTokens, signLink } from '../../src/server/index.js'
import { AMY, CHECKOUT, HOUR, KEY, NOON, openHandler, SHOP } from './open-handler.js'

const now = (): number => NOON
const tokenIn = (url: string): string => new URL(url).searchParams.get('cc_token') ?? ''

describe('signLink', () => {
  it('adds a token and leaves the rest of the URL as it was', async () => {
    const url = 'https://shop.example/p%20q?a=%20b+c&a=2&cc_token=old&b#part'
    const signed = await signLink({ url, ref: 'amy', now }, [KEY])
    const token = tokenIn(signed)
    expect(signed).toBe(`https://shop.example/p%20q?a=%20b+c&a=2&b&cc_token=${token}#part`)
    expect(token).toMatch(/^[\w-]{1,1000}(\.[\w-]{1,1000}){2}$/)
    expect(await signLink({ url: signed, ref: 'amy', now }, [KEY])).toBe(signed)
  })

  it('uses another parameter where the keeper does', async () => {
    const signed = await signLink({ url: SHOP, ref: 'amy', param: 'promise' }, [KEY])
    expect(signed).toMatch(/^https:\/\/shop\.example\/\?promise=ey/)
  })

  it.each([
    [{ url: 'shop.example', ref: 'amy' }, /Invalid URL/],
    [{ url: 'mailto:amy@shop.example', ref: 'amy' }, /the origin of a link to be origins such as/],
    [{ url: SHOP }, /a link to be one with a ref, an offer or both/],
    [{ url: SHOP, ref: 'amy & co' }, /ref to be up to 64 letters/],
    [{ url: SHOP, ref: 'amy', endsAt: Number.NaN }, /endsAt to be milliseconds/],
    [{ url: SHOP, offer: 'x'.repeat(1000) }, /a token to be at most 1024 characters/],
  ])('says of %j what is wrong', async (link, sentence) => {
    await expect(signLink(link, [KEY])).rejects.toThrow(sentence)
  })

  it('takes no key that could be guessed', async () => {
    await expect(signLink({ url: SHOP, ref: 'amy' }, ['secret'])).rejects.toThrow('32 bytes')
  })
})

describe('a signed link', () => {
  it('tells the lookup who sent the shopper, any number of times', async () => {
    const findOffers = vi.fn(() => AMY)
    const { ask } = openHandler({ findOffers })
    const url = await signLink(
      { url: SHOP, ref: 'amy', offer: 'summer', endsAt: NOON + HOUR, now },
      [KEY],
    )
    for (let times = 0; times < 3; times++) {
      const checkout = `${CHECKOUT}-${times}`
      expect((await ask({ checkout, token: tokenIn(url) })).status).toBe(200)
    }
    expect(findOffers).toHaveBeenCalledTimes(3)
    expect(findOffers).toHaveBeenLastCalledWith({
      word: undefined,
      ref: undefined,
      link: { ref: 'amy', offer: 'summer', signedAt: NOON, endsAt: NOON + HOUR },
    })
  })

  it('is for the origin it leads to, of those the handler knows', async () => {
    const origins = [SHOP, 'https://other.example']
    const statusOf = async (url: string): Promise<number> => {
      const { ask } = openHandler({ findOffers: () => AMY, origins })
      const token = tokenIn(await signLink({ url, ref: 'amy', now }, [KEY]))
      return (await ask({ checkout: CHECKOUT, token })).status
    }
    expect(await statusOf('https://other.example/a?b')).toBe(200)
    expect(await statusOf('https://evil.example/a?b')).toBe(403)
  })

  it('is not what another token of the same keys is', async () => {
    const { ask } = openHandler({ findOffers: () => AMY })
    const { sign } = createTokens({ keys: [KEY], purpose: 'cc-grant', audience: [SHOP], now })
    const token = await sign({ ref: 'amy' })
    expect((await ask({ checkout: CHECKOUT, token })).status).toBe(403)
  })

  it('of a key that went is over, and of one that is going is not', async () => {
    const older = `an older one, ${KEY}`
    const token = tokenIn(await signLink({ url: SHOP, ref: 'amy', now }, [older]))
    const statusWith = async (...keys: readonly string[]): Promise<number> =>
      (await openHandler({ findOffers: () => AMY, keys }).ask({ checkout: CHECKOUT, token })).status
    expect([await statusWith(KEY, older), await statusWith(KEY)]).toEqual([200, 403])
  })
})

describe('a thousand forged posts', () => {
  it('reach neither the lookup nor the shop', async () => {
    const findOffers = vi.fn(() => AMY)
    const { ask, orders } = openHandler({ findOffers })
    const url = await signLink({ url: SHOP, ref: 'amy', endsAt: NOON + HOUR, now }, [KEY])
    const token = tokenIn(url)
    const others = await signLink({ url: SHOP, ref: 'eve', now }, [`not ${KEY}`])
    const forged = Array.from({ length: 1000 }, (_, at) => {
      const place = at % token.length
      const swapped = token[place] === 'A' ? 'B' : 'A'
      return at % 2 ? token.slice(0, place) + swapped + token.slice(place + 1) : tokenIn(others)
    })
    const answers = await Promise.all(
      forged.map((one, at) =>
        ask({ checkout: `${CHECKOUT}${at}`, discount: 'FROM-AMY', ref: 'amy', token: one }),
      ),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 403, text: '{"error":"refused"}' })
    expect(findOffers).not.toHaveBeenCalled()
    expect(orders).toEqual([])
  })
})
