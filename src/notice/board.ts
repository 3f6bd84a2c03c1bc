import type { Deed, Line } from './compose.js'
import { joinPieces, type Piece } from './fill-text.js'

interface Row {
  line: Line
  readonly element: HTMLElement
  readonly message: HTMLElement
  readonly detail: HTMLElement
  readonly countdown: HTMLElement
  readonly buttons: Map<Deed, HTMLButtonElement>
}

export interface Board {
  /** The region that speaks; empty while there is nothing to say. */
  readonly element: HTMLElement
  /** Changes what differs and leaves the rest alone, the focus too. */
  readonly show: (lines: readonly Line[]) => void
}

const SHOWN = 'button:not([hidden])'

const make = <Tag extends 'bdi' | 'button' | 'div' | 'span'>(tag: Tag, part: string) => {
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

/** Draws lines, a row for each code, and calls `act` for the buttons. */
export const createBoard = (act: (deed: Deed, line: Line) => Promise<unknown>): Board => {
  const element = make('div', 'list')
  element.setAttribute('role', 'status')
  element.setAttribute('aria-atomic', 'false')
  const rows = new Map<string, Row>()

  const createButton = (row: Row, deed: Deed): HTMLButtonElement => {
    const button = make('button', `button ${deed}`)
    button.type = 'button'
    button.addEventListener('click', () => {
      if (button.hasAttribute('aria-disabled')) return
      // `disabled` would drop the focus
      button.setAttribute('aria-disabled', 'true')
      void act(deed, row.line).then(() => button.removeAttribute('aria-disabled'))
    })
    row.buttons.set(deed, button)
    return button
  }

  const createRow = (line: Line): Row => {
    const row: Row = {
      line,
      element: make('div', 'notice'),
      message: make('span', 'message'),
      detail: make('span', 'detail'),
      countdown: make('span', 'countdown'),
      buttons: new Map(),
    }
    const [body, text, actions] = [make('div', 'body'), make('div', 'text'), make('div', 'actions')]
    // the sentence says when; seconds would be spoken over everything else
    row.countdown.setAttribute('aria-hidden', 'true')
    text.append(row.message, ' ', row.detail)
    actions.append(createButton(row, 'use'), createButton(row, 'remove'))
    body.append(text, row.countdown, actions)
    row.element.append(body, createButton(row, 'dismiss'))
    return row
  }

  const writeRow = (row: Row, line: Line): void => {
    row.line = line
    row.element.setAttribute('part', `notice ${line.notice.state}`)
    write(row.message, line.message)
    write(row.detail, line.detail)
    row.countdown.textContent = line.countdown
    for (const [deed, button] of row.buttons) {
      const label = line.labels[deed] ?? ''
      button.hidden = !label
      write(button, [{ text: deed === 'dismiss' ? '×' : label }])
      if (deed !== 'use') button.setAttribute('aria-label', `${label} ${line.notice.code}`)
    }
  }

  const place = (lines: readonly Line[]): void => {
    const shown = new Map(lines.map((line) => [line.notice.code.toLowerCase(), line]))
    for (const [key, row] of rows)
      if (!shown.has(key)) {
        row.element.remove()
        rows.delete(key)
      }
    let index = 0
    for (const [key, line] of shown) {
      const row = rows.get(key) ?? createRow(line)
      rows.set(key, row)
      writeRow(row, line)
      const there = element.children[index++]
      if (there !== row.element) element.insertBefore(row.element, there ?? null)
    }
  }

  const show = (lines: readonly Line[]): void => {
    const root = element.getRootNode()
    if (!(root instanceof ShadowRoot)) return place(lines)
    const focused = root.activeElement
    const at = [...element.children].findIndex((row) => row.contains(focused))
    place(lines)
    if (!(focused instanceof HTMLElement)) return
    // it was ours and it is gone: the nearest button of ours, so that the keyboard does not start over
    const near = element.children[Math.min(at, element.children.length - 1)]
    const isGone = focused.hidden || !focused.isConnected
    const next = isGone ? near?.querySelector<HTMLElement>(SHOWN) : focused
    if (root.activeElement !== next || isGone) next?.focus({ preventScroll: true })
  }

  return { element, show }
}
