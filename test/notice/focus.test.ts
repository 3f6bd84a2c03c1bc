// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { button, openNotice } from './open-notice.js'
import { createStubKeeper } from './stub-keeper.js'

afterEach(() => document.body.replaceChildren())

const applied = (code: string) => ({ code, state: 'applied' }) as const

const open = async (...codes: readonly string[]) => {
  const keeper = createStubKeeper(...codes.map(applied))
  const element = openNotice({}, { keeper })
  await Promise.resolve()
  const name = () => element.shadowRoot?.activeElement?.getAttribute('aria-label') ?? 'nothing'
  return { element, keeper, name }
}

describe('the focus', () => {
  it('is never taken from the page', async () => {
    const input = document.createElement('input')
    document.body.append(input)
    input.focus()
    const { keeper } = await open('A')
    await keeper.tell(applied('A'), applied('B'))
    await keeper.tell({ code: 'A', state: 'ended', alternative: 'C' })
    await keeper.tell()
    expect(document.activeElement).toBe(input)
  })

  it('stays on its button through every change of the notice', async () => {
    const { element, keeper } = await open('A', 'B')
    const focused = button(element, 'Dismiss B')
    focused.focus()
    await keeper.tell(applied('C'), { ...applied('B'), saved: 100 }, applied('A'))
    await keeper.tell({ code: 'B', state: 'ended', alternative: 'D' })
    expect(element.shadowRoot?.activeElement).toBe(focused)
  })

  it('stays when its notice changes places', async () => {
    const { element, keeper, name } = await open('A', 'B', 'C')
    button(element, 'Remove C').focus()
    await keeper.tell(applied('C'), applied('A'), applied('B'))
    expect(name()).toBe('Remove C')
  })

  it('moves within its notice when the button is gone', async () => {
    const { element, keeper, name } = await open('A', 'B')
    button(element, 'Remove B').focus()
    await keeper.tell(applied('A'), { code: 'B', state: 'ended' })
    expect(name()).toBe('Dismiss B')
  })

  it('moves to the notice that took the place', async () => {
    const { element, name } = await open('A', 'B', 'C')
    button(element, 'Dismiss B').focus()
    button(element, 'Dismiss B').click()
    expect(name()).toBe('Remove C')
  })

  it('moves up from the last', async () => {
    const { element, name } = await open('A', 'B')
    button(element, 'Dismiss B').focus()
    button(element, 'Dismiss B').click()
    expect(name()).toBe('Remove A')
    button(element, 'Remove A').focus()
    button(element, 'Dismiss A').click()
    expect(name()).toBe('nothing')
  })
})
