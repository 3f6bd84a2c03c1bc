import type { Measured } from './compare.js'
import { medianOf } from './page/spread.js'

const times = (one: Measured | undefined, ...[other]: readonly [other?: Measured]): string => {
  const ratio = medianOf(one?.rates ?? []) / medianOf(other?.rates ?? [])
  return `${ratio.toFixed(ratio < 10 ? 1 : 0)} times`
}

/** What the server's figures say, in a sentence: parts of floors that were measured in the same run. */
export const tellServer = (
  minted: readonly Measured[],
  ...[matched]: readonly [matched: readonly Measured[]]
): string => {
  const [floor, , derived, request, handler] = minted
  const [exactFew, exactMany, prefixFew, prefixMany] = matched
  return [
    `On the server a code takes ${times(floor, derived)} one synchronous HMAC to derive,`,
    `and the whole mint handler ${times(request, handler)} what reading a \`Request\` and making a \`Response\` take alone.`,
    `Finding a coupon among 100,000 takes ${times(exactFew, exactMany)} as long as among 1,000 where it matches exactly, ${times(prefixFew, prefixMany)} by prefix.`,
  ].join(' ')
}
