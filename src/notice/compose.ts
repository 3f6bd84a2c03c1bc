import type { Notice } from '../types.js'
import { fillText, joinPieces, type Piece } from './fill-text.js'
import { formatMoney } from './format-money.js'
import { sayMoment, type Clock, type Moment } from './say-moment.js'
import type { NoticeTexts, NoticeValues, TextName } from './texts.js'

/** What a button does; where it says nothing, it is not there. */
export type Deed = 'use' | 'remove' | 'dismiss'

/** One notice as it is read: what the element draws, and nothing of how. */
export interface Line extends Pick<Moment, 'countdown' | 'wake'>, Readonly<Record<Deed, string>> {
  readonly notice: Notice
  readonly message: readonly Piece[]
  readonly detail: readonly Piece[]
}

export interface Telling extends Clock {
  readonly notices: readonly Notice[]
}

/** The code still stands. */
const isLive = ({ state }: Notice): boolean => state !== 'ended' && state !== 'rejected'

const fold = (code: string | undefined): string | undefined => code?.toLowerCase()

/** What is said of a code whose time is not known. */
const timeless = ({ state }: Notice): TextName => {
  if (state === 'upcoming') return 'waiting'
  return state === 'expiring' ? 'held' : state
}

const detailOf = (
  { reason, state }: Notice,
  { missing, saved }: NoticeValues,
  texts: NoticeTexts,
): TextName | undefined => {
  if (missing) return 'missing'
  if (saved) return 'saved'
  if (reason && texts[reason] !== undefined) return reason
  return state === 'waiting' ? 'unmet' : undefined
}

/** What may be done instead of a code that is over: nothing, use another, or know that another is used. */
const insteadOf = (
  notice: Notice,
  notices: readonly Notice[],
): 'alternative' | 'replaced' | undefined => {
  const alternative = fold(notice.alternative)
  if (!alternative || isLive(notice)) return undefined
  const isUsed = notices.some((other) => fold(other.code) === alternative && isLive(other))
  return isUsed ? 'replaced' : 'alternative'
}

const money = (notice: Notice, language: string | undefined) => {
  const { currency, missing, saved } = notice
  if (!isLive(notice)) return {}
  return {
    saved: formatMoney(saved, currency, language),
    missing: formatMoney(missing, currency, language),
  }
}

/** Says a notice in the given texts and language. */
export const compose = (notice: Notice, telling: Telling): Line => {
  const { language, notices, texts } = telling
  const { alternative, code } = notice
  const moment = sayMoment(notice, telling)
  const instead = insteadOf(notice, notices)
  const values = { code, alternative, ...money(notice, language), ...moment?.values }
  const fill = (name: TextName | undefined): readonly Piece[] =>
    name ? fillText(texts[name], values, language) : []
  const label = (deed: Deed): string => joinPieces(fill(deed))

  const detail = fill(detailOf(notice, values, texts))
  const rest = fill(instead)
  const gap = detail.length && rest.length ? [{ text: ' ' }] : []
  return {
    notice,
    message: fill(moment?.sentence ?? timeless(notice)),
    detail: [...detail, ...gap, ...rest],
    countdown: moment?.countdown ?? '',
    wake: moment?.wake ?? 0,
    use: instead === 'alternative' ? label('use') : '',
    remove: isLive(notice) ? label('remove') : '',
    dismiss: label('dismiss'),
  }
}
