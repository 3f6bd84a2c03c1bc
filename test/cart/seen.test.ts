import { describe, expect, it } from 'vitest'

import { createSeen } from '../../src/cart/seen.js'
import { SEEN_KEY } from '../../src/names.js'

const openJar = (text?: string) => {
  const cookies = new Map(text === undefined ? [] : [[SEEN_KEY, text]])
  const attributes: unknown[] = []
  return {
    attributes,
    jar: {
      get: (name: string) => cookies.get(name),
      set: (name: string, value: string, given?: object) => {
        cookies.set(name, value)
        attributes.push(given)
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

  it('remembers for the page where a sandbox lets nobody name a cookie', () => {
    const refuse = (): never => {
      throw new DOMException('sandboxed', 'SecurityError')
    }
    const seen = createSeen({ get: refuse, set: refuse })
    expect(seen.read()).toEqual({})
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
