import { desiredCodes } from './cart/plan.js'
import type { Entry } from './grant/entry.js'
import { isLive } from './grant/entry.js'
import type { Landing } from './types.js'

/** What a link has to say to bring these grants back on any device: codes, and of promises their words, never a made code. */
export const toLanding = (entries: readonly Entry[], ref: string | undefined): Landing => {
  const promises = entries.filter(isLive).flatMap(({ promise }) => promise ?? [])
  const { token, ref: own } = promises[promises.length - 1] ?? {}
  return {
    codes: [
      ...desiredCodes(entries.filter(({ promise }) => !promise)),
      ...promises.flatMap(({ discount }) => discount ?? []),
    ],
    ref: ref ?? own,
    token,
  }
}
