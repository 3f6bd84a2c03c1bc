import { describe, expect, it } from 'vitest'
import { DEFAULT_TEXTS } from '../../src/notice/texts.js'
import type { Notice, Reason } from '../../src/types.js'
import { DAY, HOUR, MINUTE, NOW, say } from './say.js'

const SENTENCES: readonly (readonly [string, Partial<Notice>, string])[] = [
  ['held', { state: 'held' }, 'SAVE10 is kept for checkout | '],
  ['applied', { state: 'applied' }, 'SAVE10 applied | '],
  ['applied, saving', { state: 'applied', saved: 400 }, 'SAVE10 applied | You save $4.00.'],
  [
    'applied, saving in an unknown currency',
    { state: 'applied', saved: 400, currency: undefined },
    'SAVE10 applied | ',
  ],
  [
    'waiting, the terms known',
    { state: 'waiting', missing: 5000, reason: 'DISCOUNT_PURCHASE_NOT_IN_RANGE' },
    'SAVE10 is waiting | Spend $50.00 more to use it.',
  ],
  [
    'waiting for a reason',
    { state: 'waiting', reason: 'DISCOUNT_NO_ENTITLED_LINE_ITEMS' },
    'SAVE10 is waiting | It is not for the items in your cart.',
  ],
  [
    'waiting, nobody knows why',
    { state: 'waiting', reason: 'UNKNOWN' },
    'SAVE10 is waiting | It takes nothing off this cart.',
  ],
  ['upcoming', { state: 'upcoming', startsAt: NOW + 2 * DAY }, 'SAVE10 starts in 2 days | '],
  [
    'upcoming within the hour',
    { state: 'upcoming', startsAt: NOW + 30 * MINUTE },
    'SAVE10 starts at 12:30 PM | ',
  ],
  [
    'upcoming, not a minute too early',
    { state: 'upcoming', startsAt: NOW + 110 * MINUTE },
    'SAVE10 starts in 2 hours | ',
  ],
  [
    'expiring, not a minute too late',
    { state: 'expiring', endsAt: NOW + 110 * MINUTE },
    'SAVE10 ends in 1 hour | ',
  ],
  ['upcoming, some time', { state: 'upcoming' }, 'SAVE10 is waiting | '],
  [
    'expiring',
    { state: 'expiring', endsAt: NOW + 2 * DAY, saved: 400 },
    'SAVE10 ends in 2 days | You save $4.00.',
  ],
  [
    'expiring and waiting',
    { state: 'expiring', endsAt: NOW + 5 * HOUR, missing: 5000 },
    'SAVE10 ends in 5 hours | Spend $50.00 more to use it.',
  ],
  [
    'expiring within the hour',
    { state: 'expiring', endsAt: NOW + 30 * MINUTE },
    'SAVE10 ends at 12:30 PM | ',
  ],
  ['expiring, some time', { state: 'expiring' }, 'SAVE10 is kept for checkout | '],
  ['ended', { state: 'ended', saved: 400, missing: 1 }, 'SAVE10 has ended | '],
  [
    'ended with an alternative',
    { state: 'ended', alternative: 'SAVE5' },
    'SAVE10 has ended | Use SAVE5 instead.',
  ],
  ['rejected', { state: 'rejected', reason: 'UNKNOWN' }, 'SAVE10 cannot be used | '],
  [
    'rejected for a reason, with an alternative',
    { state: 'rejected', reason: 'DISCOUNT_NOT_FOUND', alternative: 'SAVE5' },
    'SAVE10 cannot be used | There is no such code. Use SAVE5 instead.',
  ],
]

const REASONS = Object.keys(DEFAULT_TEXTS).filter((name) => /^[A-Z]/.test(name)) as Reason[]

describe('compose', () => {
  it.each(SENTENCES)('%s', (_, notice, sentence) => {
    expect(say(notice).said).toBe(sentence)
  })

  it('has a sentence of its own for every reason a shop gives', () => {
    const sentences = REASONS.map((reason) => say({ state: 'rejected', reason }).said)
    expect(sentences).toHaveLength(12)
    expect(new Set(sentences).size).toBe(12)
    for (const sentence of sentences) expect(sentence).toMatch(/^SAVE10 cannot be used \| .+\.$/)
  })

  it('counts down in the last hour before an end, never to a start', () => {
    const endsAt = NOW + 12 * MINUTE + 34_000
    expect(say({ state: 'expiring', endsAt }).countdown).toBe('12:34')
    expect(say({ state: 'expiring', endsAt: NOW + HOUR + 1 }).countdown).toBe('')
    expect(say({ state: 'upcoming', startsAt: endsAt }).countdown).toBe('')
    expect(say({ state: 'applied', endsAt }).countdown).toBe('')
  })

  it('wakes for what changes by itself and for nothing else', () => {
    expect(say({ state: 'applied', endsAt: NOW + DAY }).wake).toBe(0)
    expect(say({ state: 'expiring', endsAt: NOW + DAY }).wake).toBe(MINUTE)
    expect(say({ state: 'expiring', endsAt: NOW + 5300 }).wake).toBe(300)
    expect(say({ state: 'upcoming', startsAt: NOW + 30 * MINUTE }).wake).toBe(MINUTE)
    expect(say({ state: 'expiring', endsAt: NOW }).wake).toBe(0)
  })

  it('marks codes, which keep their own direction', () => {
    expect(say({ state: 'ended', alternative: 'SAVE5' }).codes).toEqual(['SAVE10', 'SAVE5'])
  })
})

describe('the buttons', () => {
  it.each(['held', 'applied', 'waiting', 'upcoming', 'expiring'] as const)(
    'of a code that is %s take it off or put the notice away',
    (state) => {
      expect(say({ state, alternative: 'SAVE5' }).buttons).toEqual([
        'remove: Remove',
        'dismiss: Dismiss',
      ])
    },
  )

  it.each(['ended', 'rejected'] as const)('of a code that is %s offer what is left', (state) => {
    expect(say({ state }).buttons).toEqual(['dismiss: Dismiss'])
    expect(say({ state, alternative: 'SAVE5' }).buttons).toEqual([
      'use: Use SAVE5',
      'dismiss: Dismiss',
    ])
  })

  it('do not offer an alternative that stands already', () => {
    const taken = (state: Notice['state']) =>
      say({ state: 'ended', alternative: 'save5' }, { notices: [{ code: 'SAVE5', state }] })
    expect(taken('applied').buttons).toEqual(['dismiss: Dismiss'])
    expect(taken('applied').said).toBe('SAVE10 has ended | save5 is used instead.')
    expect(taken('rejected').buttons).toEqual(['use: Use save5', 'dismiss: Dismiss'])
  })
})
