import { describe, expect, it } from 'vitest'

import { MOST_CODES } from '../../src/names.js'
import { landAt } from '../support/land-at.js'

const codesAt = (search: string) => landAt('https://shop.example/' + search).codes

describe('readLanding() codes', () => {
  it.each([
    ['one parameter', '?discount=SAVE10', ['SAVE10']],
    ['a parameter in the middle', '?a=1&discount=SAVE10&b=2#discount=NO', ['SAVE10']],
    ['a repeated parameter, in order', '?discount=B&discount=A', ['B', 'A']],
    ['a comma list', '?discount=B,A', ['B', 'A']],
    ['an encoded comma list', '?discount=B%2CA', ['B', 'A']],
    ['a list with gaps and white space', '?discount=,A,%20B%20,,', ['A', 'B']],
    ['a path', 'discount/SAVE10', ['SAVE10']],
    ['a path with a slash at the end', 'discount/SAVE10/?redirect=%2Fcart', ['SAVE10']],
    ['a path behind a locale', 'en-ca/discount/SAVE10', ['SAVE10']],
    ['a path with a comma list', 'discount/A,B', ['A', 'B']],
    ['an encoded path', 'discount/SAVE%2D10', ['SAVE-10']],
    ['parameter before path', 'discount/PATH?discount=PARAM', ['PARAM', 'PATH']],
  ])('come from %s', (_, search, codes) => {
    expect(codesAt(search)).toEqual(codes)
  })

  it.each([
    ['an empty parameter', '?discount='],
    ['a parameter without a value', '?discount'],
    ['another parameter', '?discounts=A&xdiscount=B&Discount=C'],
    ['the hash', '#?discount=A'],
    ['a path that goes on', 'discount/A/more'],
    ['a path that only ends alike', 'my-discount/A'],
    ['the discount path itself', 'discount/'],
    ['a plain page', 'products/discount'],
  ])('do not come from %s', (_, search) => {
    expect(codesAt(search)).toEqual([])
  })

  it('keep the case they came in', () => {
    expect(codesAt('?discount=sAvE10')).toEqual(['sAvE10'])
  })

  it('count once without regard to case, in the spelling that came first', () => {
    expect(codesAt('discount/save10?discount=Save10,SAVE10&discount=B,b')).toEqual(['Save10', 'B'])
  })

  it('keep a plus sign of a path and lose one of a query to white space', () => {
    expect(landAt('https://shop.example/discount/A+B', { allow: '+' }).codes).toEqual(['A+B'])
    expect(landAt('https://shop.example/?discount=A+B', { allow: '+' }).dropped).toEqual(['A B'])
  })

  it('keep a percent sign, encoded or broken, where the gate allows it', () => {
    const paths = ['?discount=25%25OFF', '?discount=25%OFF', 'discount/25%25OFF', 'discount/25%OFF']
    for (const path of paths)
      expect(landAt('https://shop.example/' + path, { allow: '%' }).codes).toEqual(['25%OFF'])
  })

  it('come from the configured parameters alone', () => {
    const params = { discount: ['coupon', 'promo'], ref: [], token: [] }
    const url = 'https://shop.example/?promo=B&discount=NO&coupon=A'
    expect(landAt(url, { params }).codes).toEqual(['A', 'B'])
    expect(landAt(url, { params: { discount: ['__proto__'], ref: [], token: [] } }).codes).toEqual(
      [],
    )
  })
})

describe('readLanding() of too many codes', { timeout: 60_000 }, () => {
  const many = Array.from({ length: 20_000 }, (_, at) => 'C' + at)

  it('reads the first ones, as many as a cart can take', () => {
    expect(codesAt('?discount=' + many.join())).toEqual(many.slice(0, MOST_CODES))
    expect(codesAt('discount/' + many.join())).toEqual(many.slice(0, MOST_CODES))
    expect(codesAt('?discount=' + many.slice(0, 99).join('&discount='))).toEqual(
      many.slice(0, MOST_CODES),
    )
  })

  it('tells no more dropped values than that', () => {
    const hostile = many.map((code) => '<' + code).join()
    expect(landAt('https://shop.example/?discount=' + hostile).dropped).toHaveLength(MOST_CODES)
  })
})

describe('readLanding() ref', () => {
  it.each([
    ['ref', '?ref=jane', 'jane'],
    ['via', '?via=jane', 'jane'],
    ['cc_ref', '?cc_ref=jane', 'jane'],
    ['the first name of the list', '?cc_ref=c&via=b&ref=a', 'a'],
    ['the first of a repeated parameter', '?ref=a&ref=b', 'a'],
    ['the first value that can be one', '?ref=%3Cb%3E&ref=&via=jane', 'jane'],
  ])('comes from %s', (_, search, ref) => {
    expect(landAt('https://shop.example/' + search).ref).toBe(ref)
  })

  it('comes from the configured parameters in their order', () => {
    const params = { discount: ['discount'], ref: ['creator', 'aff'], token: [] }
    const url = 'https://shop.example/?ref=no&aff=b&creator=a'
    expect(landAt(url, { params }).ref).toBe('a')
  })

  it('is absent where no value can be one', () => {
    expect(landAt('https://shop.example/?ref=a,b&via=%00').ref).toBeUndefined()
    expect(landAt('https://shop.example/').ref).toBeUndefined()
  })
})

describe('readLanding() dropped values', () => {
  it('are told one by one', () => {
    const { codes, dropped } = landAt('https://shop.example/?discount=A,<b>,B&ref=é&discount=.C')
    expect(codes).toEqual(['A', 'B'])
    expect(dropped).toEqual(['<b>', '.C', 'é'])
  })

  it('are told of broken escapes and hostile text', () => {
    const { codes, dropped } = landAt('https://shop.example/discount/%E0%A4%A?discount=__proto__')
    expect(codes).toEqual([])
    expect(dropped).toEqual(['__proto__', '\uFFFD%A'])
  })

  it('are told of a path that holds more than a code', () => {
    const { codes, dropped } = landAt('https://shop.example/discount/A&code=B')
    expect(codes).toEqual([])
    expect(dropped).toEqual(['A&code=B'])
    expect(landAt('https://shop.example/discount/A&B', { allow: '&' }).codes).toEqual(['A&B'])
  })

  it('are not told of empty ones', () => {
    expect(landAt('https://shop.example/?discount=,,%20&ref=').dropped).toEqual([])
  })
})
