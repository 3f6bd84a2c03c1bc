import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GrantKey, GrantSettings } from '../../src/server/grant-settings.js'
import { writeGrantSettings } from '../../src/server/grant-settings.js'
import { signGrant } from '../../src/server/sign-grant.js'
import {
  ENDS_AT,
  LAST_DAY,
  METAFIELD,
  NEW_KEY,
  OLD_KEY,
  SETTINGS,
  SIGNING,
} from '../support/shopify-schema/grant-shop.js'
import type { FunctionHost } from '../support/shopify-schema/run-grant-function.js'
import { checkResult, runGrantFunction } from '../support/shopify-schema/run-grant-function.js'

const NOTHING = { operations: [] }
const TODAY = '2026-11-21'
const AMY = await signGrant({ offer: 'amy', endsAt: ENDS_AT }, SIGNING)

const run = (host: Partial<FunctionHost>) =>
  runGrantFunction({ attribute: AMY, metafield: METAFIELD, today: TODAY, ...host })

const granted = (message: string, value: object) => ({
  operations: [
    {
      orderDiscountsAdd: {
        selectionStrategy: 'FIRST',
        candidates: [{ message, targets: [{ orderSubtotal: { excludedCartLineIds: [] } }], value }],
      },
    },
  ],
})
const AMYS = granted("Amy's friends save 20 %", { percentage: { value: 20 } })

const metafieldWith = (change: Partial<GrantSettings>): string =>
  writeGrantSettings({ ...SETTINGS, ...change })

/** As anybody could make it who knows all but the secret. */
const forge = (body: string, secret: string): string => {
  const message = `cc-discount-grant\n${SETTINGS.shop}\n${body}`
  return `${body}.${createHmac('sha256', secret).update(message).digest('hex')}`
}

describe('a cart with a signed grant', () => {
  it('gets the percentage, and no code was named', () => {
    expect(run({})).toEqual(AMYS)
  })

  it('gets an amount in the currency of the cart', async () => {
    const attribute = await signGrant({ offer: 'ben', endsAt: ENDS_AT }, SIGNING)
    const euros = granted('5 off with Ben', { fixedAmount: { amount: '5.00' } })
    const yen = granted('5 off with Ben', { fixedAmount: { amount: '812.35' } })
    expect(run({ attribute })).toEqual(euros)
    expect(run({ attribute, rate: '162.4690' })).toEqual(yen)
    expect(run({ attribute, rate: 'none' })).toEqual(NOTHING)
  })

  it('gets it through the last day, and not a day longer', () => {
    expect(run({ today: LAST_DAY })).toEqual(AMYS)
    expect(run({ today: '2026-12-01' })).toEqual(NOTHING)
    expect(run({ today: '2027-01-01' })).toEqual(NOTHING)
    expect(run({ today: '' })).toEqual(NOTHING)
  })

  it('gets it as long as the key that signed is among those of the shop', async () => {
    const attribute = await signGrant(
      { offer: 'amy', endsAt: ENDS_AT },
      { ...SIGNING, keys: [OLD_KEY] },
    )
    expect(run({ attribute })).toEqual(AMYS)
    expect(run({ attribute, metafield: metafieldWith({ keys: [NEW_KEY] }) })).toEqual(NOTHING)
  })

  it('gets nothing where the discount is not one of orders', () => {
    expect(run({ discountClasses: ['PRODUCT', 'SHIPPING'] })).toEqual(NOTHING)
  })

  it.each(['\u00e9', '"', '\n', 'code'])('never makes %j out of an offer of that name', (name) => {
    expect(run({ attribute: forge(`1.k2.${LAST_DAY}.${name}`, NEW_KEY.secret) })).toEqual(NOTHING)
  })

  it.each(['__proto__', 'constructor', 'length', '0'])('has no offer called %s', (name) => {
    expect(run({ attribute: forge(`1.k2.${LAST_DAY}.${name}`, NEW_KEY.secret) })).toEqual(NOTHING)
  })
})

describe('a cart without one', () => {
  it.each([undefined, null, '', ' ', 'amy', '{}', '1.k2.2026-11-30.amy', 'SAVE10'])(
    'gets nothing: %j',
    (attribute) => {
      expect(run({ attribute })).toEqual(NOTHING)
    },
  )

  it.each([
    ['of a key the shop does not have', { id: 'k9', secret: NEW_KEY.secret }],
    ['of another secret under the same name', { ...NEW_KEY, secret: OLD_KEY.secret }],
  ])('gets nothing for a token %s', async (_, key: GrantKey) => {
    const attribute = await signGrant(
      { offer: 'amy', endsAt: ENDS_AT },
      { ...SIGNING, keys: [key] },
    )
    expect(run({ attribute })).toEqual(NOTHING)
  })

  it('gets nothing for the token of another shop, though it has the same key', async () => {
    const shop = 'pine-and-posts.myshopify.com'
    const attribute = await signGrant({ offer: 'amy', endsAt: ENDS_AT }, { ...SIGNING, shop })
    expect(run({ attribute })).toEqual(NOTHING)
    expect(run({ attribute, metafield: metafieldWith({ shop }) })).toEqual(AMYS)
  })

  it('gets nothing for a signature over the same words for another use', () => {
    const body = `1.k2.${LAST_DAY}.amy`
    for (const message of [
      body,
      `cc-link\n${SETTINGS.shop}\n${body}`,
      `${SETTINGS.shop}\n${body}`,
    ]) {
      const hmac = createHmac('sha256', NEW_KEY.secret).update(message)
      expect(run({ attribute: `${body}.${hmac.digest('hex')}` })).toEqual(NOTHING)
    }
  })

  it('gets nothing for an offer that ended at the shop: taken out of the settings', () => {
    expect(run({ metafield: metafieldWith({ offers: [] }) })).toEqual(NOTHING)
  })
})

describe('a token that was touched', () => {
  it('gives nothing, whichever letter of it it was', () => {
    for (let place = 0; place < AMY.length; place++) {
      const letter = AMY.charAt(place)
      const code = AMY.charCodeAt(place)
      const others = new Set('0123456789abcdefABCDEFz._-\u0100'.split(''))
      others.add(String.fromCharCode(code ^ 256))
      for (let bit = 0; bit < 8; bit++) others.add(String.fromCharCode(code ^ (1 << bit)))
      others.delete(letter)
      for (const other of others) {
        const attribute = AMY.slice(0, place) + other + AMY.slice(place + 1)
        expect(run({ attribute }), attribute).toEqual(NOTHING)
      }
    }
  })

  it('gives nothing cut short or made longer anywhere', () => {
    for (let length = 0; length < AMY.length; length++) {
      expect(run({ attribute: AMY.slice(0, length) })).toEqual(NOTHING)
      expect(run({ attribute: AMY.slice(length + 1) })).toEqual(NOTHING)
      expect(run({ attribute: AMY.slice(0, length) + AMY.slice(length + 1) })).toEqual(NOTHING)
    }
    for (const more of [' ', '\n', '0', '.', '.amy', AMY])
      for (const attribute of [AMY + more, more + AMY])
        expect(run({ attribute }), attribute).toEqual(NOTHING)
  })

  it('gives nothing for any of a thousand forged ones', () => {
    const digits = fc.stringMatching(/^[0-9a-f]{64}$/)
    const forged = fc.oneof(
      digits.map((signature) => `1.k2.${LAST_DAY}.amy.${signature}`),
      digits.map((secret) => forge(`1.k2.${LAST_DAY}.amy`, secret)),
      fc.string({ maxLength: 255 }),
      fc.tuple(fc.nat(AMY.length - 1), fc.string()).map(([at, text]) => AMY.slice(0, at) + text),
    )
    fc.assert(
      fc.property(forged, (attribute) => {
        fc.pre(attribute !== AMY)
        expect(run({ attribute })).toEqual(NOTHING)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('settings that nobody meant', () => {
  it('give nothing and never throw, whatever JSON they are', () => {
    fc.assert(
      // the schema has no null there
      fc.property(
        fc.json().filter((json) => json !== 'null'),
        (metafield) => {
          expect(run({ metafield })).toEqual(NOTHING)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('give nothing that the shop could not take, whatever stands in the place of a part', () => {
    const parts = fc.record(
      { shop: fc.jsonValue(), keys: fc.jsonValue(), offers: fc.jsonValue() },
      { requiredKeys: [] },
    )
    const offer = fc.record(
      {
        id: fc.constantFrom('amy', 1),
        message: fc.oneof(fc.string(), fc.jsonValue()),
        percentage: fc.oneof(fc.double(), fc.jsonValue()),
        amountOff: fc.oneof(fc.double(), fc.jsonValue()),
      },
      { requiredKeys: ['id'] },
    )
    fc.assert(
      fc.property(fc.oneof(parts, fc.record({ offers: fc.array(offer) })), (change) => {
        const metafield = JSON.stringify({ ...SETTINGS, ...change })
        // the host checks every result against the schema
        expect(run({ metafield }).operations.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([undefined, '[]', '{}', '"text"', '{"keys":[null],"offers":[null]}'])(
    'give nothing: %s',
    (metafield) => {
      expect(run({ metafield })).toEqual(NOTHING)
    },
  )

  it('give nothing with a key that is too short to be one', () => {
    const keys = [{ id: 'k2', secret: 'a'.repeat(31) }]
    const metafield = JSON.stringify({ ...SETTINGS, keys })
    const attribute = forge(`1.k2.${LAST_DAY}.amy`, 'a'.repeat(31))
    expect(run({ attribute, metafield })).toEqual(NOTHING)
  })
})

describe('the host of the tests', () => {
  it('would tell of a result that the schema does not take', () => {
    expect(() => checkResult({ operations: [{ orderDiscountsAdd: { candidates: [] } }] })).toThrow(
      /selectionStrategy/,
    )
    expect(() => checkResult({ operations: [{ discountsAdd: {} }] })).toThrow(/discountsAdd/)
    expect(() => checkResult({})).toThrow(/operations/)
  })
})
