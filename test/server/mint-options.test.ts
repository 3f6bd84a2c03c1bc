import { describe, expect, it } from 'vitest'
import type { MintOptions } from '../../src/server/index.js'
import { createMintHandler } from '../../src/server/index.js'
import { KEY, openHandler, QUESTION, SHOP } from './open-handler.js'

const GOOD: MintOptions = {
  keys: [KEY],
  origins: [SHOP],
  findOffers: () => undefined,
  minter: { name: 'any', longest: 64, mint: async () => 'minted' },
}
const KEYS = 'keys to be one or two secrets of at least 32 bytes, the newest first'
const ORIGINS = 'origins such as https://shop.example, without a slash at the end'

const messageOf = (changes: object): unknown => {
  try {
    createMintHandler({ ...GOOD, ...changes })
  } catch (error) {
    return error
  }
}

describe('createMintHandler', () => {
  it.each([
    [{ keys: undefined }, `${KEYS}, got undefined`],
    [{ keys: KEY }, `${KEYS}, got string`],
    [{ keys: [] }, `${KEYS}, got 0`],
    [{ keys: [KEY, KEY, KEY] }, `${KEYS}, got 3`],
    [{ keys: ['x'.repeat(31)] }, `${KEYS}, got one of 31 bytes`],
    [{ keys: [KEY, new Uint8Array(31)] }, `${KEYS}, got one of 31 bytes`],
    [{ keys: [42] }, `${KEYS}, got one of 0 bytes`],
    [{ origins: [] }, `origins to be a list of ${ORIGINS}, got object`],
    [{ origins: SHOP }, `origins to be a list of origins, got ${SHOP}`],
    [{ origins: ['*'] }, `origins to be ${ORIGINS}, got *`],
    [{ origins: [`${SHOP}/`] }, `origins to be ${ORIGINS}, got ${SHOP}/`],
    [
      { origins: ['https://shop.example:443'] },
      `origins to be ${ORIGINS}, got https://shop.example:443`,
    ],
    [{ origins: ['null'] }, `origins to be ${ORIGINS}, got null`],
    [{ origins: ['file://x'] }, `origins to be ${ORIGINS}, got file://x`],
    [{ findOffers: {} }, 'findOffers to be a function, got object'],
    [{ minter: undefined }, 'minter or grant to be there, got neither'],
    [{ minter: 'shopify' }, 'minter to be a minter, got shopify'],
    [
      { minter: { name: 'x', longest: 11, mint: () => 0 } },
      'minter.longest to be a number of at least 12, got 11',
    ],
    [{ minter: { name: 'x', longest: 64 } }, 'minter.mint to be a function, got undefined'],
    [{ grant: {} }, 'grant to be a function, got object'],
    [{ codeHours: 0 }, 'codeHours to be a positive number, got 0'],
    [{ codeHours: '24' }, 'codeHours to be a positive number, got 24'],
    [{ now: 5 }, 'now to be a function, got 5'],
    [{ tell: 'log' }, 'tell to be a function, got log'],
    [{ limits: 5 }, 'limits to be an object, got 5'],
    [
      { limits: { offer: { points: 0, seconds: 1 } } },
      'limits.offer to be { points, seconds } or a limiter, got object',
    ],
    [
      { limits: { affiliate: 5 } },
      'limits.affiliate to be { points, seconds } or a limiter, got 5',
    ],
    [
      { limits: { address: { points: 5, seconds: 5 } } },
      'limits.clientIp to be a function, got undefined',
    ],
    [
      { limits: { clientIp: 'x-forwarded-for' } },
      'limits.clientIp to be a function, got x-forwarded-for',
    ],
    [{ origin: SHOP }, `origin to be left out, got ${SHOP}`],
  ])('says of %j what it expected', (changes, sentence) => {
    expect(messageOf(changes)).toMatchObject({
      name: 'DiscountKeeperError',
      code: 'OPTION',
      message: `Expected ${sentence} instead.`,
    })
  })

  it.each([undefined, null, 'options'])('says of %j that it is no object', (options) => {
    expect(() => createMintHandler(options as never)).toThrow('Expected options to be an object')
  })

  it('counts the bytes of a secret, not its characters', () => {
    expect(messageOf({ keys: ['ü'.repeat(16)] })).toBeUndefined()
    expect(messageOf({ keys: [new Uint8Array(32)] })).toBeUndefined()
  })

  it('keeps its keys when those who gave them change theirs', async () => {
    const bytes = new TextEncoder().encode(KEY)
    const { ask } = openHandler({ keys: [bytes] })
    bytes.fill(0)
    expect((await ask(QUESTION)).code).toBe((await openHandler().ask(QUESTION)).code)
  })
})
