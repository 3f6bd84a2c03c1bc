import { RE2JS, RE2Set } from 're2js'
import type { RegexEngine } from '../attribution/define-coupons.js'

/** Longer patterns are a program, not a coupon. */
const LONGEST = 200

const FLAGS = RE2JS.CASE_INSENSITIVE

/**
 * Runs coupons of mode `regex` in time that grows with the length of the code, whatever the pattern: RE2 never goes back. It
 * grows with the number of patterns too (`npm run bench match`): they are for dozens, other modes for many. Patterns may have 200 characters at most; look-around and back references are no part of RE2 and are refused.
 */
export const linearRegex: RegexEngine = {
  check: (pattern) => {
    if (pattern.length > LONGEST || !pattern)
      return `Expected a regex of 1 to ${LONGEST} characters, got ${pattern.length}.`
    try {
      RE2JS.compile(pattern, FLAGS)
      return undefined
    } catch (cause) {
      return `Expected a regex that RE2 can run: ${cause instanceof Error ? cause.message : ''}`
    }
  },
  compile: (patterns) => {
    const set = new RE2Set(RE2Set.ANCHOR_BOTH, FLAGS)
    for (const pattern of patterns) set.add(pattern)
    set.compile()
    return (code) => set.match(code)
  },
}
