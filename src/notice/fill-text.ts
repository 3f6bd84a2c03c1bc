import type { NoticeText, NoticeValues } from './texts.js'

type Value = NoticeValues[keyof NoticeValues]

/** A piece of a sentence; what was filled in stands apart, so that it keeps its own direction and may have its own look. */
export interface Piece {
  readonly text: string
  readonly part?: 'code' | 'value' | undefined
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
    .map((name, index): Piece => {
      if (index % 2 === 0) return { text: name }
      const value = new Map<string, Value>(Object.entries(values)).get(name)
      const said = typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
      const isCode = name === 'code' || name === 'alternative'
      return { text: said ?? '', part: isCode ? 'code' : 'value' }
    })
    .filter((piece) => piece.text !== '')

/** The pieces as one string. */
export const joinPieces = (pieces: readonly Piece[]): string =>
  pieces.map(({ text }) => text).join('')
