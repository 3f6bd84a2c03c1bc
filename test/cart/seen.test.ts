import { describe, expect, it } from 'vitest'

import { createSeen } from '../../src/cart/seen.js'
import { SEEN_KEY } from '../../src/names.js'
import type { Purpose } from '../../src/types.js'

const openJar = (text?: string) => {
  const cookies = new Map(text === undefined ? [] : [[SEEN_KEY, text]])
  const attributes: unknown[] = []
  return {
    attributes,
    text: () => cookies.get(SEEN_KEY),
    jar: {
      get: (name: string) => cookies.get(name),
      set: (name: string, value: string, given?: object) => {
        attributes.push(given)
        if (given && 'expires' in given) cookies.delete(name)
        else cookies.set(name, value)
      },
    },
  }
}

describe('createSeen', () => {
  it('remembers for the session, and for another page of it', () => {
    const { attributes, jar } = openJar()
    createSeen(jar).write({ cart: 'cart-1', want: 'SAVE10', codes: ['SAVE10'], until: 5 })
    expect(createSeen(jar).read()).toEqual({
      cart: 'cart-1',
      want: 'SAVE10',
      codes: ['SAVE10'],
      until: 5,
    })
    // no lifetime: it ends with the session
    expect(attributes).toEqual([undefined])
  })

  it('hears what another tab of the session has written since', () => {
    const { jar } = openJar()
    const [one, other] = [createSeen(jar), createSeen(jar)]
    one.write({ cart: 'cart-1' })
    other.write({ cart: 'cart-2' })
    expect(one.read().cart).toBe('cart-2')
  })

  it('takes a change of the items for nothing less than what is due already', () => {
    const { jar } = openJar()
    const seen = createSeen(jar)
    seen.due('items')
    expect(seen.read().due).toBe('items')
    seen.due('leaving')
    seen.due('items')
    expect(seen.read().due).toBe('codes')
  })

  it('remembers for the page where a sandbox lets nobody name a cookie', () => {
    const refuse = (): never => {
      throw new DOMException('sandboxed', 'SecurityError')
    }
    const seen = createSeen({ get: refuse, set: refuse })
    expect(seen.read()).toEqual({ codes: [] })
    seen.due('leaving')
    seen.write({ told: 'SAVE10' })
    expect(seen.read()).toEqual({ codes: [], due: 'codes', told: 'SAVE10' })
  })

  it('remembers for the page where cookies are silently ignored', () => {
    const seen = createSeen({ get: () => undefined, set: () => undefined })
    seen.write({ told: 'SAVE10' })
    expect(seen.read()).toEqual({ codes: [], told: 'SAVE10' })
  })

  it('knows nothing at first', () => {
    const { cart, codes = [], until, want } = createSeen(openJar().jar).read()
    expect({ cart, codes, until, want }).toEqual({ codes: [] })
  })

  it.each(['', '{', 'null', '7', '[]', '{"codes":7}', '{"codes":{"length":3}}', 'SAVE10'])(
    'takes %j, which somebody else wrote, for nothing known',
    (text) => {
      const { cart, codes = [], want } = createSeen(openJar(text).jar).read()
      expect({ cart, codes, want }).toEqual({ codes: [] })
    },
  )

  it('reads codes as text, whatever was written', () => {
    const { codes } = createSeen(openJar('{"codes":[7,null]}').jar).read()
    expect(codes).toEqual(['7', 'null'])
  })
})

/** Nobody has answered for one of the purposes, or somebody has. */
const consent = (discount?: boolean, attribution?: boolean) => {
  const given = { discount, attribution }
  return { given, may: (purpose: Purpose) => given[purpose] }
}
const CONCLUDED = { cart: 'cart-1', want: 'digest', codes: ['SAVE10'], told: 'SAVE10' }

describe('createSeen under consent', () => {
  it.each([
    ['nobody has answered', consent()],
    ['both are refused', consent(false, false)],
    ['the discount is refused and nobody answered for the affiliate', consent(false)],
    ['the affiliate is refused and nobody answered for the discount', consent(undefined, false)],
  ])('keeps to the page while %s', (_, { may }) => {
    const { jar, text } = openJar()
    const seen = createSeen(jar, may)
    seen.write(CONCLUDED)
    expect(seen.read().want).toBe('digest')
    expect(text()).toBeUndefined()
  })

  it.each([
    ['the discount', consent(true, false)],
    ['the affiliate', consent(undefined, true)],
  ])('remembers where %s may be kept', (_, { may }) => {
    const { jar, text } = openJar()
    createSeen(jar, may).write(CONCLUDED)
    expect(JSON.parse(text() ?? '')).toEqual(CONCLUDED)
  })

  it('names no code where only the affiliate may be kept', () => {
    const { jar, text } = openJar()
    createSeen(jar, consent(false, true).may).write(CONCLUDED)
    expect(JSON.parse(text() ?? '')).toEqual({ cart: 'cart-1', want: 'digest', codes: [] })
  })

  it('writes what the page knew once somebody says yes', () => {
    const { given, may } = consent()
    const { jar, text } = openJar()
    const seen = createSeen(jar, may)
    seen.write({ want: 'digest' })
    given.discount = true
    seen.write({ cart: 'cart-1' })
    expect(JSON.parse(text() ?? '')).toMatchObject({ cart: 'cart-1', want: 'digest' })
  })

  it('leaves what an earlier page wrote as it was while nobody answers', () => {
    const before = JSON.stringify(CONCLUDED)
    const { jar, text } = openJar(before)
    const seen = createSeen(jar, consent().may)
    seen.due('codes')
    seen.tidy()
    expect(seen.read()).toMatchObject({ ...CONCLUDED, due: 'codes' })
    expect(text()).toBe(before)
  })

  it('forgets after a withdrawal as soon as the cart has been seen to, and not before', () => {
    const { given, may } = consent(true, true)
    const { jar, text } = openJar()
    const seen = createSeen(jar, may)
    seen.write(CONCLUDED)
    Object.assign(given, { discount: false, attribution: false })
    seen.tidy()
    seen.write({ until: 7 })
    expect(JSON.parse(text() ?? '')).toMatchObject({ want: 'digest', until: 7, codes: [] })
    seen.write({ want: 'nothing' })
    expect(text()).toBeUndefined()
    expect(seen.read().want).toBe('nothing')
  })

  it('forgets after a withdrawal at once where nothing was wanted of a cart', () => {
    const { jar, text } = openJar('{"due":"codes"}')
    createSeen(jar, consent(false, false).may).tidy()
    expect(text()).toBeUndefined()
  })

  it.each([
    ['the discount', consent(true, false)],
    ['the affiliate', consent(false, true)],
  ])('tidies nothing away that %s needs', (_, { may }) => {
    const { jar, text } = openJar('{"due":"codes"}')
    createSeen(jar, may).tidy()
    expect(text()).toBe('{"due":"codes"}')
  })
})
