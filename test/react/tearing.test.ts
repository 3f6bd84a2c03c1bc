// @vitest-environment jsdom
import { createElement, startTransition, useLayoutEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { DiscountProvider, useDiscount } from '../../src/react/index.js'
import { createStubKeeper } from './stub-keeper.js'

afterEach(() => document.body.replaceChildren())

const ROWS = 16

/** As long as React works before it lets others have their turn. */
const work = (): void => {
  const end = performance.now() + 5
  while (performance.now() < end);
}

/** Patient with a machine that has other work. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000 })

describe('useDiscount in a transition', { timeout: 60_000 }, () => {
  it('never shows two moments side by side', async () => {
    Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', false)
    const { keeper, listeners, set, tell } = createStubKeeper()
    const commits: string[][] = []
    const rendered: string[] = []
    let go: (tab: string) => void = () => undefined
    let meanwhile = (): void => undefined

    const Row = ({ tab }: { readonly tab: string }) => {
      const { price } = useDiscount()
      work()
      const said = `${tab} ${price(100)}`
      rendered.push(said)
      if (rendered.filter((other) => other.startsWith('new')).length === ROWS / 2) meanwhile()
      return createElement('li', undefined, said)
    }
    const List = () => {
      const [tab, setTab] = useState('old')
      go = (next) => startTransition(() => setTab(next))
      useLayoutEffect(() => {
        commits.push([...document.querySelectorAll('li')].map((row) => row.textContent ?? ''))
      })
      return Array.from({ length: ROWS }, (_, key) => createElement(Row, { key, tab }))
    }

    const host = document.body.appendChild(document.createElement('ul'))
    const root = createRoot(host)
    set({ percent: 20 })
    root.render(createElement(DiscountProvider, { keeper }, createElement(List)))
    await soon(listeners).not.toBe(0)
    await tell()
    await soon(() => host.textContent).toContain('old 80')

    // in the middle of the new list the keeper says something else
    const told = new Promise<void>((resolve) => {
      meanwhile = () => {
        meanwhile = () => undefined
        setTimeout(() => {
          set({ percent: 50 })
          void tell().then(resolve)
        })
      }
    })
    go('new')
    await told
    await soon(() => host.textContent).toContain('new 50')
    // it was caught in the middle, or this test tells nothing
    expect(rendered).toContain('new 80')
    expect(rendered).toContain('new 50')
    const mixed = [...commits, [...host.children].map((row) => row.textContent ?? '')].filter(
      (rows) => new Set(rows).size !== 1,
    )
    expect(mixed).toEqual([])
    root.unmount()
  })
})
