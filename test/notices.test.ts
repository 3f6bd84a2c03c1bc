import { describe, expect, it } from 'vitest'

import type { Money } from '../src/cart/money.js'
import type { KnownTerms } from '../src/grant/terms.js'
import { DAY, HOUR } from '../src/names.js'
import type { NoticeFacts, Over } from '../src/notices.js'
import { toNotices } from '../src/notices.js'
import type { Grant } from '../src/types.js'
import { entry, NOON } from './support/entry.js'

const END = entry().expiresAt
const MONEY: Money = {
  worth: 3000,
  discount: 300,
  currency: 'EUR',
  codes: [{ code: 'save10', applicable: true, saved: 300 }],
}

interface Case extends Partial<Omit<NoticeFacts, 'terms'>> {
  readonly terms?: KnownTerms
}

const notices = ({ terms = {}, ...facts }: Case) =>
  toNotices({
    grants: [],
    over: [],
    money: undefined,
    noticeBefore: [24 * HOUR, HOUR],
    now: NOON,
    ...facts,
    terms: () => terms,
  })

const of = (grant: Partial<Grant>, facts: Case = {}) =>
  notices({ ...facts, grants: [{ ...entry(), ...grant }] })[0]

describe('toNotices(): the state', () => {
  it.each([
    ['held', {}, NOON],
    ['applied', { status: 'applied' }, NOON],
    ['waiting', { status: 'waiting' }, NOON],
    ['upcoming', { startsAt: NOON + 1 }, NOON],
    ['held', { startsAt: NOON }, NOON],
    ['upcoming', { startsAt: END - 1 }, END - HOUR],
    ['applied', { status: 'applied' }, END - 24 * HOUR - 1],
    ['expiring', { status: 'applied' }, END - 24 * HOUR],
    ['expiring', { status: 'waiting' }, END - 1],
    ['ended', { status: 'applied' }, END],
  ] as const)('is %s for %j', (state, grant, now) => {
    expect(of(grant, { now })?.state).toBe(state)
  })

  it('is never expiring where no notice is wanted', () => {
    expect(of({}, { now: END - 1, noticeBefore: [] })?.state).toBe('held')
  })

  it('comes with code, reason, start and end', () => {
    const reason = 'DISCOUNT_PURCHASE_NOT_IN_RANGE'
    expect(of({ status: 'waiting', reason, startsAt: NOON - DAY })).toEqual({
      code: 'SAVE10',
      state: 'waiting',
      reason,
      startsAt: NOON - DAY,
      endsAt: END,
    })
  })

  it('is frozen', () => {
    expect(Object.isFrozen(of({}))).toBe(true)
  })
})

describe('toNotices(): money', () => {
  it('says what an applied code saved, in which currency', () => {
    expect(of({ status: 'applied' }, { money: MONEY })).toMatchObject({
      saved: 300,
      currency: 'EUR',
    })
  })

  it.each([
    ['the code is not applied', { status: 'waiting' }, MONEY],
    ['the cart does not say', { status: 'applied' }, { ...MONEY, codes: [] }],
    ['the cart is not known', { status: 'applied' }, undefined],
  ] as const)('says no saving where %s', (_, grant, money) => {
    expect(of(grant, { money })?.saved).toBeUndefined()
  })

  it('says what is still to be spent', () => {
    const terms = { minimum: 5000 }
    expect(of({ status: 'waiting' }, { terms, money: MONEY })?.missing).toBe(2000)
    const empty = { worth: 0, discount: 0, codes: [] }
    expect(of({}, { terms, money: empty })?.missing).toBe(5000)
    expect(of({ status: 'waiting' }, { terms, money: MONEY, now: END - 1 })).toMatchObject({
      state: 'expiring',
      missing: 2000,
    })
  })

  it.each<readonly [string, Case & { readonly grant?: Partial<Grant> }]>([
    ['the minimum is not known', { terms: {} }],
    ['the cart is not known', { money: undefined }],
    ['enough is in the cart', { terms: { minimum: 3000 } }],
    ['the code is applied', { grant: { status: 'applied' } }],
    ['the code starts later', { grant: { startsAt: NOON + 1 } }],
    ['the code has ended', { grant: { expiresAt: NOON } }],
  ])('says nothing is missing where %s', (_, { grant = {}, ...changes }) => {
    const facts = { terms: { minimum: 5000 }, money: MONEY, ...changes }
    expect(of({ status: 'waiting', ...grant }, facts)?.missing).toBeUndefined()
  })
})

const over = (changes: Partial<Over> = {}): Over => ({
  ...entry({ status: 'expired' }),
  ...changes,
})

describe('toNotices(): what is over', () => {
  it('has ended, or was refused for its reason', () => {
    const lost = { code: 'B', status: 'rejected', reason: 'DISCOUNT_CODE_NOT_HONOURED' } as const
    expect(notices({ over: [over({ expiresAt: NOON }), over(lost)] })).toEqual([
      { code: 'SAVE10', state: 'ended', endsAt: NOON },
      { code: 'B', state: 'rejected', reason: 'DISCOUNT_CODE_NOT_HONOURED' },
    ])
  })

  it('says no end where the shop ended it before', () => {
    expect(notices({ over: [over()] })).toEqual([{ code: 'SAVE10', state: 'ended' }])
  })

  it('names the code that took its place, as it is held, while that is in force', () => {
    const alternative = 'extra5'
    const grants = [entry({ code: 'EXTRA5', grantedAt: NOON + 1 })]
    expect(notices({ over: [over({ alternative })], grants })).toMatchObject([
      { code: 'SAVE10', state: 'ended', alternative: 'EXTRA5' },
      { code: 'EXTRA5', state: 'held' },
    ])
    expect(notices({ over: [over({ alternative })] })[0]?.alternative).toBeUndefined()
  })

  it('is told as in force where it is again', () => {
    const grants = [entry({ code: 'save10', status: 'applied' })]
    expect(notices({ over: [over()], grants })).toMatchObject([{ code: 'save10' }])
  })
})

describe('toNotices(): several', () => {
  it('come oldest first, in force or over', () => {
    const grants = [entry({ code: 'A', grantedAt: NOON - 3 }), entry({ code: 'C' })]
    const gone = [
      over({ code: 'B', grantedAt: NOON - 1 }),
      over({ code: 'D', grantedAt: NOON + 1 }),
    ]
    expect(notices({ grants, over: gone }).map(({ code }) => code)).toEqual(['A', 'B', 'C', 'D'])
  })

  it('are none where there is nothing to tell', () => {
    expect(notices({})).toEqual([])
  })
})
