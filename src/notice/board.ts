import type { Line } from './compose.js'
import { createRow, make, type Act, type Row } from './row.js'

export interface Board {
  /** The region that speaks; empty while there is nothing to say. */
  readonly element: HTMLElement
  /** Changes what differs and leaves the rest alone, the focus too. */
  readonly show: (lines: readonly Line[]) => void
}

/** Draws lines, a row for each code, and calls `act` for the buttons. */
export const createBoard = (act: Act): Board => {
  const element = make('div', 'list')
  element.setAttribute('role', 'status')
  element.setAttribute('aria-atomic', 'false')
  const rows = new Map<string, Row>()

  const place = (lines: readonly Line[]): void => {
    const shown = new Map(lines.map((line) => [line.notice.code.toLowerCase(), line]))
    for (const [key, row] of rows)
      if (!shown.has(key)) {
        row.element.remove()
        rows.delete(key)
      }
    let index = 0
    for (const [key, line] of shown) {
      const row = rows.get(key) ?? createRow(act)
      rows.set(key, row)
      row.write(line)
      const there = element.children[index++]
      if (there !== row.element) element.insertBefore(row.element, there ?? null)
    }
  }

  const show = (lines: readonly Line[]): void => {
    const root = element.getRootNode()
    const focused = root instanceof ShadowRoot ? root.activeElement : undefined
    const at = [...element.children].findIndex((row) => focused && row.contains(focused))
    place(lines)
    if (!(focused instanceof HTMLElement)) return
    // it was ours, and it is gone or was moved: back to it, or to the nearest, so that the keyboard does not start over
    const near = element.children[Math.min(at, element.children.length - 1)]
    const isThere = focused.isConnected && !focused.hidden
    const next = isThere ? focused : near?.querySelector<HTMLElement>('button:not([hidden])')
    next?.focus({ preventScroll: true })
  }

  return { element, show }
}
