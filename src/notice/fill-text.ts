import type { NoticeText, NoticeValues } from './texts.js'

type Value = NoticeValues[keyof NoticeValues]

/** A piece of a sentence; a code stands apart, so that it keeps its own direction and may have its own look. */
export interface Piece {
  readonly text: string
  readonly isCode: boolean
}

const pick = (text: NoticeText, values: NoticeValues, language: string | undefined): string => {
  if (typeof text === 'string') return text
  if (typeof text === 'function') return text(values)
  const form = new Intl.PluralRules(language).select(values.count ?? 0)
  return text[form] ?? text.other ?? ''
}

/** The text with its placeholders filled; what is not known, or no placeholder at all, leaves nothing. */
export const fillText = (
  text: NoticeText | undefined,
  values: NoticeValues,
  language: string | undefined,
): readonly Piece[] =>
  pick(text ?? '', values, language)
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return { text: part, isCode: false }
      const value = new Map<string, Value>(Object.entries(values)).get(part)
      const said = typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
      return { text: said ?? '', isCode: part === 'code' || part === 'alternative' }
    })
    .filter((piece) => piece.text !== '')

/** The pieces as one string. */
export const joinPieces = (pieces: readonly Piece[]): string =>
  pieces.map(({ text }) => text).join('')
