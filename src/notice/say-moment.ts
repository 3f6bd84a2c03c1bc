import type { Notice } from '../types.js'
import { fillText, joinPieces } from './fill-text.js'
import { countDown, distance, nextChange, sayDistance, SOON, timeOfDay } from './tell-time.js'
import { DEFAULT_TEXTS, type NoticeTexts, type NoticeValues, type TextName } from './texts.js'

export interface Clock {
  readonly texts: NoticeTexts
  readonly language: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
  /** How long before the end seconds are counted, in milliseconds; 0 for never. */
  readonly countdown: number
}

/** The start or the end that a notice speaks of, as it is read now. */
export interface Moment {
  readonly sentence: TextName
  readonly values: Pick<NoticeValues, 'count' | 'time'>
  /** `12:34` near the end, else empty. */
  readonly countdown: string
  /** Milliseconds until it may read differently by itself; 0 for never. */
  readonly wake: number
}

/** An English sentence gets an English time, whatever the page speaks: no "ends in 2 Tagen". */
const languageOf = (sentence: TextName, { language, texts }: Clock): string | undefined =>
  texts[sentence] === DEFAULT_TEXTS[sentence] && !language?.startsWith('en') ? 'en' : language

const farOff = (code: string, at: number, { isEnd, ...clock }: Clock & { isEnd: boolean }) => {
  const { language, now, texts } = clock
  // who is told "in 1 hour" must not come too late for an end, nor too early for a start
  const far = distance(at - now, isEnd ? Math.floor : Math.ceil)
  const own = texts[far.unit]
  const time = own
    ? joinPieces(fillText(own, { code, count: far.count }, language))
    : sayDistance(far, { at, language })
  return { count: far.count, time }
}

/** Undefined where the notice speaks of no time, or its time is not known. */
export const sayMoment = (notice: Notice, clock: Clock): Moment | undefined => {
  const { code, endsAt, startsAt, state } = notice
  const isEnd = state === 'expiring'
  const at = isEnd ? endsAt : startsAt
  if (at === undefined || (!isEnd && state !== 'upcoming')) return undefined
  const left = at - clock.now
  const countdown = isEnd ? clock.countdown : 0
  const rest = {
    countdown: left <= countdown ? countDown(left, clock.language) : '',
    wake: nextChange(left, countdown),
  }
  if (left > SOON) {
    const language = languageOf(state, clock)
    return { ...rest, sentence: state, values: farOff(code, at, { ...clock, language, isEnd }) }
  }
  const sentence = isEnd ? 'soon' : 'starting'
  return { ...rest, sentence, values: { time: timeOfDay(at, languageOf(sentence, clock)) } }
}
