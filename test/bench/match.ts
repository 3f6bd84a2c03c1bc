import { defineCoupons } from '../../src/attribution/index.js'
import type { MatchMode } from '../../src/attribution/index.js'
import { linearRegex } from '../../src/server/linear-regex.js'
import type { Bench } from './compare.js'

const AT = Date.UTC(2026, 10, 21)

/** Names of a shop's creators: they share beginnings and endings as real ones do. */
const codeOf = (place: number): string => `CREATOR${place.toString(36).toUpperCase()}X${place % 90}`

const textOf = (match: MatchMode, place: number): string => {
  if (match === 'glob') return `*${codeOf(place)}?`
  return match === 'regex' ? `${codeOf(place)}[0-9]` : codeOf(place)
}

const couponsOf = (match: MatchMode, count: number) =>
  defineCoupons(
    Array.from({ length: count }, (_, place) => ({
      code: textOf(match, place),
      match,
      offer: 'summer',
      publisher: `p${place}`,
    })),
    { regex: linearRegex },
  )

const matcher = (match: MatchMode, count: number) => {
  const coupons = couponsOf(match, count)
  return {
    name: `${match}, ${count.toLocaleString('en')} coupons`,
    run: (times: number) => {
      for (let at = 0; at < times; at++) coupons.match(codeOf((at * 7919) % count) + '1', AT)
    },
  }
}

/** What a list and a loop do. */
const naive = (count: number) => {
  const texts = Array.from({ length: count }, (_, place) => codeOf(place).toLowerCase())
  return {
    name: `a scan for prefixes, ${count.toLocaleString('en')} coupons`,
    run: (times: number) => {
      for (let at = 0; at < times; at++) {
        const code = codeOf((at * 7919) % count).toLowerCase() + '1'
        texts.filter((text) => code.startsWith(text))
      }
    },
  }
}

const LITERAL = ['exact', 'prefix', 'suffix', 'contains', 'glob'] as const
const GROWTH = LITERAL.flatMap((mode) => [[mode, 1_000] as const, [mode, 100_000] as const])
// a regular expression has no text to be looked up by: each of them looks at the code, and a list has dozens of them. A
// hundred thousand would take minutes of a bench to say what three figures say
const REGEX = [100, 1_000, 10_000].map((count) => ['regex', count] as const)

/** Whether finding a coupon grows with the number of coupons. */
export const match: Bench = {
  title: 'Finding the coupon of a code',
  unit: 'codes',
  candidates: [...GROWTH, ...REGEX]
    .map(([mode, count]) => matcher(mode, count))
    .concat([naive(1_000), naive(100_000)]),
}

/** Loading a list, checks and index included. */
export const load: Bench = {
  title: 'Loading a list of coupons',
  unit: 'lists',
  candidates: [...GROWTH, ...REGEX].map(([mode, count]) => ({
    name: `${mode}, ${count.toLocaleString('en')} coupons`,
    run: (times: number) => {
      for (let at = 0; at < times; at++) couponsOf(mode, count)
    },
  })),
}
