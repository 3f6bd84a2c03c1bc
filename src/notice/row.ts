import type { Deed, Line } from './compose.js'
import { joinPieces, type Piece } from './fill-text.js'

/** One notice as nodes. They stay the same while what they say changes. */
export interface Row {
  readonly element: HTMLElement
  readonly write: (line: Line) => void
}

export type Act = (deed: Deed, line: Line) => Promise<unknown>

/** An element that a theme may style by its part. */
export const make = <Tag extends 'bdi' | 'button' | 'div' | 'span'>(
  tag: Tag,
  part: string,
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  element.setAttribute('part', part)
  return element
}

const write = (element: HTMLElement, pieces: readonly Piece[]): void => {
  // the same words again would be spoken again
  if (element.textContent === joinPieces(pieces)) return
  const nodes = pieces.map(({ part, text }) => {
    if (!part) return text
    const value = make('bdi', part)
    value.textContent = text
    return value
  })
  element.replaceChildren(...nodes)
}

/** A row without words, which calls `act` for its buttons. */
export const createRow = (act: Act): Row => {
  let line: Line
  const element = make('div', 'notice')
  const body = make('div', 'body')
  const text = make('div', 'text')
  const message = make('span', 'message')
  const detail = make('span', 'detail')
  const countdown = make('span', 'countdown')
  const actions = make('div', 'actions')

  const createButton = (deed: Deed): HTMLButtonElement => {
    const button = make('button', `button ${deed}`)
    button.type = 'button'
    button.addEventListener('click', () => {
      if (button.hasAttribute('aria-disabled')) return
      // `disabled` would drop the focus
      button.setAttribute('aria-disabled', 'true')
      void act(deed, line).then(() => button.removeAttribute('aria-disabled'))
    })
    return button
  }
  const use = createButton('use')
  const remove = createButton('remove')
  const dismiss = createButton('dismiss')

  // the sentence says when; seconds would be spoken over everything else
  countdown.setAttribute('aria-hidden', 'true')
  dismiss.textContent = '×'
  text.append(message, ' ', detail)
  actions.append(use, remove)
  body.append(text, countdown, actions)
  element.append(body, dismiss)

  return {
    element,
    write: (next) => {
      line = next
      const { code, state } = line.notice
      element.setAttribute('part', `notice ${state}`)
      write(message, line.message)
      write(detail, line.detail)
      write(use, [{ text: line.use }])
      write(remove, [{ text: line.remove }])
      countdown.textContent = line.countdown
      use.hidden = !line.use
      remove.hidden = !line.remove
      remove.setAttribute('aria-label', `${line.remove} ${code}`)
      dismiss.setAttribute('aria-label', `${line.dismiss} ${code}`)
    },
  }
}
