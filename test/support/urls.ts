import fc from 'fast-check'

const text = fc.string({ unit: 'binary', maxLength: 12 })
const piece = fc.constantFrom(
  'discount=',
  'ref=',
  'discount/',
  'discount%3D',
  '&',
  '&&',
  '=',
  '?',
  ',',
  '+',
  '%',
  '%2C',
  '%E0%A4%A',
  '%F0%28',
  '__proto__',
  'SAVE10',
  'a=1',
  'a=2',
  ' ',
)
const pieces = fc
  .array(fc.oneof({ arbitrary: piece, weight: 4 }, { arbitrary: text, weight: 1 }), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))

/** Absolute URLs of one shop: queries with repeats, gaps, broken escapes and parameters of ours, with and without a hash. */
export const shopUrls: fc.Arbitrary<string> = fc
  .tuple(pieces, pieces, fc.option(pieces, { nil: undefined }))
  .map(([path, query, hash]) => {
    const url = new URL('https://shop.example/')
    url.pathname = path
    url.search = query
    if (hash !== undefined) url.hash = hash
    return url.href
  })

/** Any absolute URL at all. */
export const anyUrls: fc.Arbitrary<string> = fc.oneof(
  shopUrls,
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)
