import { describe, expect, it } from 'vitest'
import { DAY, NOW, say } from './say.js'

const upcoming = (days: number) => ({ state: 'upcoming', startsAt: NOW + days * DAY }) as const

describe('texts', () => {
  it('take the place of the English ones, one by one', () => {
    const texts = { applied: 'Ihr Rabatt {code} gilt', remove: 'Entfernen' }
    expect(say({ saved: 400 }, { texts }).said).toBe('Ihr Rabatt SAVE10 gilt | You save $4.00.')
    expect(say({}, { texts }).buttons).toEqual(['remove: Entfernen', 'dismiss: Dismiss'])
  })

  it('leave money and time to the language', () => {
    const german = { language: 'de', texts: { saved: 'Sie sparen {saved}.' } }
    expect(say({ saved: 400, currency: 'EUR' }, german).said).toBe(
      'SAVE10 applied | Sie sparen 4,00\u00a0€.',
    )
    const texts = { upcoming: '{code} beginnt {time}' }
    expect(say(upcoming(3), { language: 'de', texts }).said).toBe('SAVE10 beginnt in 3 Tagen | ')
  })

  it.each(['de', 'ar', undefined])(
    'say the time in English where the sentence is: page in %s',
    (language) => {
      expect(say(upcoming(3), { language }).said).toBe('SAVE10 starts in 3 days | ')
      const soon = { state: 'expiring', endsAt: NOW + 1_800_000 } as const
      expect(say(soon, { language }).said).toBe('SAVE10 ends at 12:30 PM | ')
    },
  )

  it('say the time as the English of the page does', () => {
    const soon = { state: 'expiring', endsAt: NOW + 1_800_000 } as const
    expect(say(soon, { language: 'en-GB' }).said).toBe('SAVE10 ends at 12:30 | ')
  })

  it.each([
    [2, 'za 2 dni'],
    [5, 'za 5 dni'],
    [22, 'za 22 dni'],
  ])('follow the plural forms of a language: %i days', (days, said) => {
    const texts = {
      upcoming: '{time}',
      days: { one: 'za {count} dzień', few: 'za {count} dni', other: 'za {count} dni' },
    }
    expect(say(upcoming(days), { language: 'pl', texts }).said).toBe(`${said} | `)
  })

  it('choose among many plural forms for the whole sentence too', () => {
    const forms = {
      zero: '0',
      one: '1',
      two: '2',
      few: 'few {count}',
      many: 'many {count}',
      other: 'other',
    }
    const inArabic = (days: number) =>
      say(upcoming(days), { language: 'ar-EG', texts: { upcoming: forms } }).said
    expect([2, 3, 11, 100].map(inArabic)).toEqual(['2 | ', 'few ٣ | ', 'many ١١ | ', 'other | '])
  })

  it('fall back to the form "other", or to nothing', () => {
    const texts = { upcoming: { other: 'in {count}' } }
    expect(say(upcoming(2), { language: 'pl', texts }).said).toBe('in 2 | ')
    expect(say(upcoming(2), { texts: { upcoming: { one: 'x' } } }).said).toBe(' | ')
  })

  it('may be functions', () => {
    const texts = { applied: ({ saved = 'something' }) => `{code} takes off ${saved}` }
    expect(say({ saved: 400 }, { texts }).said).toBe('SAVE10 takes off $4.00 | You save $4.00.')
    expect(say({}, { texts }).said).toBe('SAVE10 takes off something | ')
  })

  it('fill what is not known, and what is no placeholder, with nothing', () => {
    expect(say({}, { texts: { applied: '[{saved}{nope}{constructor}{__proto__}]' } }).said).toBe(
      '[] | ',
    )
  })

  it('say nothing where they are empty', () => {
    expect(say({ saved: 400 }, { texts: { saved: '' } }).said).toBe('SAVE10 applied | ')
    const texts = { DISCOUNT_NOT_FOUND: '', UNKNOWN: 'Ask us why.' }
    expect(say({ state: 'waiting', reason: 'DISCOUNT_NOT_FOUND' }, { texts }).said).toBe(
      'SAVE10 is waiting | ',
    )
    expect(say({ state: 'waiting', reason: 'UNKNOWN' }, { texts }).said).toBe(
      'SAVE10 is waiting | Ask us why.',
    )
  })
})
