import { describe, expect, it } from 'vitest'

import { link } from '../../src/landing/link.js'
import { isMergeTag } from '../../src/landing/merge-tags.js'

const params = { discount: ['discount'], ref: ['ref'], token: [] }
const linkTo = (url: string) =>
  link(url, { codes: ['SAVE10'] }, { base: 'https://shop.example/', params })

const TAGS = [
  '{{ item.handle }}',
  '{{a}}',
  '{% now "Y" %}',
  '*|MERGE 1|*',
  '*|E|*',
  '%%=v( @name )=%%',
  '%%first name%%',
  '%%_x y%%',
  '[[ customer.name ]]',
  '[[a b]]',
]

describe('a merge tag', () => {
  it.each(TAGS)('%s stays as it is in a link', (tag) => {
    expect(linkTo('/p?x=' + tag)).toBe(`https://shop.example/p?x=${tag}&discount=SAVE10`)
  })

  it.each(TAGS)('%s is known', (tag) => {
    expect([isMergeTag(tag), isMergeTag(tag + tag)]).toEqual([true, true])
  })

  it.each(['', 'jane', '{{ a }}b', 'b{{ a }}', '{{ a }', '%%1 a%%', '[a]', '*a*', '{ a }'])(
    'is not what %j is',
    (text) => {
      expect(isMergeTag(text)).toBe(false)
    },
  )

  it.each([
    ['{{ a', '}}'],
    ['{% a', '%}'],
    ['*| a', '|*'],
    ['%%a b', '%%'],
    ['[[ a', ']]'],
  ])('is none that begins as %s and ends as %s beyond a border of the URL', (open, close) => {
    expect(linkTo(`/p?x=${open}&y=b c${close}`)).not.toContain('b c')
  })
})
