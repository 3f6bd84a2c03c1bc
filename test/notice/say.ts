import { compose } from '../../src/notice/compose.js'
import { joinPieces } from '../../src/notice/fill-text.js'
import { DEFAULT_TEXTS, type NoticeTexts } from '../../src/notice/texts.js'
import type { Notice } from '../../src/types.js'

export const NOW: number = new Date(2026, 10, 21, 12).getTime()
export const MINUTE = 60_000
export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR

interface Surroundings {
  readonly notices?: readonly Notice[] | undefined
  readonly texts?: NoticeTexts | undefined
  readonly language?: string | undefined
}

/** What is read of one notice, and which buttons it brings. */
export const say = (
  notice: Partial<Notice>,
  { notices = [], texts = {}, ...rest }: Surroundings = {},
) => {
  const whole: Notice = { code: 'SAVE10', state: 'applied', currency: 'USD', ...notice }
  const line = compose(whole, {
    texts: { ...DEFAULT_TEXTS, ...texts },
    language: 'language' in rest ? rest.language : 'en-US',
    now: NOW,
    countdown: HOUR,
    notices: [whole, ...notices],
  })
  return {
    said: [line.message, line.detail]
      .map(joinPieces)
      .join(' | ')
      .replace(/\u202f/g, ' '),
    countdown: line.countdown,
    buttons: (['use', 'remove', 'dismiss'] as const)
      .filter((deed) => line[deed])
      .map((deed) => `${deed}: ${line[deed]}`),
    codes: [...line.message, ...line.detail]
      .filter(({ part }) => part === 'code')
      .map(({ text }) => text),
    wake: line.wake,
  }
}
