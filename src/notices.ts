import type { Money } from './cart/money.js'
import type { Events } from './events.js'
import { find } from './grant/entry.js'
import type { TermsOf } from './grant/terms.js'
import { isUpcoming } from './grant/terms.js'
import type { Grant, Notice } from './types.js'

/** A grant that ended or was refused while the page was open. */
export interface Over extends Grant {
  readonly alternative?: string | undefined
}

export interface NoticeFacts {
  /** Those in force and those that start later, oldest first. */
  readonly grants: readonly Grant[]
  readonly over: readonly Over[]
  readonly terms: TermsOf
  /** What the shopper's cart says, where it is known. */
  readonly money: Money | undefined
  /** Milliseconds before the end. */
  readonly noticeBefore: readonly number[]
  readonly now: number
}

const stateOf = (grant: Grant, { noticeBefore, now }: NoticeFacts): Notice['state'] => {
  const { expiresAt, status } = grant
  if (isUpcoming(grant, now)) return 'upcoming'
  if (now >= expiresAt) return 'ended'
  if (noticeBefore.some((before) => now >= expiresAt - before)) return 'expiring'
  return status === 'applied' || status === 'waiting' ? status : 'held'
}

const ofLive = (grant: Grant, facts: NoticeFacts): Notice => {
  const { code, expiresAt, reason, startsAt } = grant
  const { money, terms } = facts
  const state = stateOf(grant, facts)
  const { minimum = 0 } = terms(code)
  const missing = money && grant.status !== 'applied' ? minimum - money.worth : 0
  const saved = grant.status === 'applied' ? find(money?.codes, code)?.saved : undefined
  return {
    code,
    state,
    reason,
    saved,
    missing: missing > 0 && !/ended|upcoming/.test(state) ? missing : undefined,
    currency: money?.currency,
    decimals: money?.decimals,
    startsAt,
    endsAt: expiresAt,
  }
}

const ofOver = (grant: Over, { grants, now }: NoticeFacts): Notice => {
  const { alternative = '', code, expiresAt, reason, status } = grant
  return {
    code,
    state: status === 'expired' ? 'ended' : 'rejected',
    reason,
    // what the shop ended before its time ended when nobody looked
    endsAt: expiresAt <= now ? expiresAt : undefined,
    alternative: find(grants, alternative)?.code,
  }
}

/** What may be told of every code, oldest first; a code that is in force again is told once, as that. */
export const toNotices = (facts: NoticeFacts): readonly Notice[] => {
  const { grants, over } = facts
  const gone = over.filter(({ code }) => !find(grants, code))
  return [
    ...gone.map((grant) => ({ at: grant.grantedAt, notice: ofOver(grant, facts) })),
    ...grants.map((grant) => ({ at: grant.grantedAt, notice: ofLive(grant, facts) })),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ notice }) => Object.freeze(notice))
}

export interface NoticesOptions extends Omit<NoticeFacts, 'over' | 'grants' | 'money' | 'now'> {
  readonly on: Events['on']
  readonly grants: () => readonly Grant[]
  readonly money: () => Money | undefined
  readonly now: () => number
}

export interface Notices {
  readonly read: () => readonly Notice[]
  /** Told which code takes the place of one that is over. */
  readonly replaced: (grant: Grant, alternative: string) => void
}

/** Remembers what ended on this page, for as long as the page is open. */
export const createNotices = (options: NoticesOptions): Notices => {
  const { grants, money, now, on } = options
  let over: readonly Over[] = []

  const forget = (grant: Grant): void => {
    over = over.filter((other) => !find([other], grant.code))
  }
  const remember = (grant: Over): void => {
    forget(grant)
    over = [...over, grant]
  }
  // of what never had a code there is nothing to tell by name
  for (const name of ['expired', 'rejected'] as const)
    on(name, ({ grant }) => grant.code && remember(grant))
  for (const name of ['removed', 'consumed'] as const) on(name, ({ grant }) => forget(grant))

  return {
    read: () => {
      const held = grants().filter(({ code }) => code)
      const isSilent = !held.length && !over.length
      return isSilent
        ? []
        : toNotices({ ...options, grants: held, over, money: money(), now: now() })
    },
    replaced: (grant, alternative) => remember({ ...grant, alternative }),
  }
}
