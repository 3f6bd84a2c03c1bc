import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { link } from '../../src/landing/link.js'
import type { Landing } from '../../src/types.js'
import { landAt, PARAMS } from '../support/land-at.js'
import { anyUrls, shopUrls } from '../support/urls.js'

const base = 'https://shop.example/fr/collections/all?page=2'
const landing: Landing = { codes: ['SAVE10'], ref: 'jane' }
const linkTo = (url: string, says: Landing = landing, params = PARAMS) =>
  link(url, says, { params, base })

describe('link()', () => {
  it('is absolute and lands with the codes and the ref', () => {
    expect(linkTo('/products/x')).toBe('https://shop.example/products/x?discount=SAVE10&ref=jane')
    expect(linkTo('', { codes: ['A', 'B'] })).toBe(base + '&discount=A,B')
  })

  it('adds nothing where there is nothing to add', () => {
    expect(linkTo('/products/x?a=1#top', { codes: [] })).toBe(
      'https://shop.example/products/x?a=1#top',
    )
  })

  it('keeps other parameters, repeats, order, spelling and hash', () => {
    expect(linkTo('/x?b=2&a=1&a=%2f+&A=é#discount=no?ref=no')).toBe(
      'https://shop.example/x?b=2&a=1&a=%2f+&A=%C3%A9&discount=SAVE10&ref=jane#discount=no?ref=no',
    )
  })

  it('replaces what the link said before, by all of our names', () => {
    expect(linkTo('/x?discount=OLD&a=1&via=bob&ref=bob&discount=OLD2&cc_ref=bob')).toBe(
      'https://shop.example/x?a=1&discount=SAVE10&ref=jane',
    )
    expect(linkTo('/x?%64iscount=OLD')).toBe('https://shop.example/x?discount=SAVE10&ref=jane')
  })

  it('leaves merge tags of mail templates as they are, in path, query and hash', () => {
    const url = '/p/{{ item.handle }}?e={{ email|lower }}&m=*|EMAIL|*&t=a b#{% now %}'
    expect(linkTo(url)).toBe(
      'https://shop.example/p/{{ item.handle }}?e={{ email|lower }}&m=*|EMAIL|*&t=a%20b&discount=SAVE10&ref=jane#{% now %}',
    )
    expect(linkTo('/mergetag0z/{{ a }}{{ b }}')).toContain('/mergetag0z/{{ a }}{{ b }}?')
  })

  it('encodes once', () => {
    const says = { codes: ['25%OFF', 'A&B'], ref: 'a+b' }
    const once = linkTo('/x', says)
    expect(once).toBe('https://shop.example/x?discount=25%25OFF,A%26B&ref=a%2Bb')
    expect(linkTo(once, says)).toBe(once)
  })

  it('uses the first of the configured names', () => {
    const params = { discount: ['coupon', 'promo'], ref: ['creator'], token: [] }
    expect(linkTo('/x?promo=OLD&discount=KEEP', landing, params)).toBe(
      'https://shop.example/x?discount=KEEP&coupon=SAVE10&creator=jane',
    )
  })

  it('says discount and ref where no names are configured', () => {
    expect(linkTo('/x', landing, { discount: [], ref: [], token: [] })).toBe(
      'https://shop.example/x?discount=SAVE10&ref=jane',
    )
  })

  it('carries a signed token', () => {
    const signed = { codes: [], ref: undefined, token: 'head.body.signature' }
    expect(linkTo('/x', signed, { discount: [], ref: [], token: ['t'] })).toBe(
      'https://shop.example/x?t=head.body.signature',
    )
  })

  it.each([
    'https://other.example/x?discount=THEIRS',
    'http://shop.example/x',
    'https://shop.example.evil.example/x',
    'https://shop.example@evil.example/x',
    '//evil.example/x',
    'mailto:a@b.example?subject=x',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('leaves %s alone', (url) => {
    expect(linkTo(url)).toBe(new URL(url, base).href)
  })
})

describe('link() for any URL', { timeout: 60_000 }, () => {
  const code = fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,63}$/)
  const landings = fc.record({
    codes: fc.uniqueArray(code, { selector: (text) => text.toLowerCase(), maxLength: 3 }),
    ref: fc.option(code, { nil: undefined }),
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyUrls, landings, (url, says) => {
        const once = linkTo(url, says)
        expect(linkTo(once, says)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('lands with exactly what it was made of', () => {
    fc.assert(
      fc.property(shopUrls, landings, (url, says) => {
        const path = new URL(url).pathname
        fc.pre(!path.includes('/discount/'))
        const { codes, ref } = landAt(linkTo(url, says))
        expect({ codes, ref }).toEqual(says)
      }),
      { numRuns: 1000 },
    )
  })

  it('moves nothing else', () => {
    fc.assert(
      fc.property(shopUrls, landings, (url, says) => {
        const [before, after] = [new URL(url), new URL(linkTo(url, says))]
        expect(after.origin + after.pathname + after.hash).toBe(
          before.origin + before.pathname + before.hash,
        )
        const isOurs = ([name]: [string, string]) => /^(discount|ref|via|cc_ref)$/.test(name)
        const others = (target: URL) => [...target.searchParams].filter((pair) => !isOurs(pair))
        expect(others(after)).toEqual(others(before))
      }),
      { numRuns: 1000 },
    )
  })
})
