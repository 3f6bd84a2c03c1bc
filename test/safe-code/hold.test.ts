// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { openHold, PATIENCE } from './open-hold.js'

const LINK = '<a href="/checkout">pay</a>'
const LINKS = `${LINK} <p><a id="else" href="/collections">more</a></p>`

describe('a click that leads to checkout', () => {
  it('waits for the code that is due, and then goes on once', async () => {
    const { acts, minting, press } = openHold(LINK)
    expect(press('a')).toBe(false)
    await vi.advanceTimersByTimeAsync(PATIENCE - 1)
    expect(acts).toEqual([])
    expect(minting.mint).toHaveBeenCalledOnce()

    await minting.finish()
    await vi.advanceTimersByTimeAsync(PATIENCE)
    expect(acts).toEqual(['follow /checkout'])
    expect(minting.giveUp).not.toHaveBeenCalled()
  })

  it('waits for nothing where no code is due', () => {
    const { acts, minting, press } = openHold(LINK)
    minting.isDue = false
    press('a')
    expect(acts).toEqual(['follow /checkout'])
    expect(minting.mint).not.toHaveBeenCalled()
  })

  it('goes on when the patience is over, and does not wait for this code again', async () => {
    const { acts, minting, press } = openHold(LINK)
    press('a')
    await vi.advanceTimersByTimeAsync(PATIENCE)
    expect(acts).toEqual(['follow /checkout'])
    expect(minting.giveUp).toHaveBeenCalledOnce()

    press('a')
    expect(acts).toHaveLength(2)
    await minting.finish()
    expect(acts).toHaveLength(2)
  })

  it('waits for the code after one that came too late', async () => {
    const { acts, minting, press } = openHold(LINK)
    press('a')
    await vi.advanceTimersByTimeAsync(PATIENCE)
    await minting.finish()
    minting.isDue = true
    press('a')
    expect(acts).toHaveLength(1)
    await minting.finish()
    expect(acts).toHaveLength(2)
  })

  it('goes on where making the code fails', async () => {
    const { acts, minting, press } = openHold(LINK)
    press('a')
    await minting.finish('failed')
    expect(acts).toEqual(['follow /checkout'])
  })

  it('goes on where another code is due by then', async () => {
    const { acts, minting, press } = openHold(LINK)
    press('a')
    await minting.finish('due')
    expect(acts).toEqual(['follow /checkout'])
    expect(minting.mint).toHaveBeenCalledOnce()
  })

  it('goes on once, however often it is clicked meanwhile', async () => {
    const { acts, minting, press } = openHold(LINK)
    expect([press('a'), press('a'), press('a')]).toEqual([false, false, false])
    await minting.finish()
    expect(acts).toEqual(['follow /checkout'])
    expect(minting.mint).toHaveBeenCalledOnce()
  })

  it('keeps the theme from drawing its cart until it went on', async () => {
    const { draw, minting, press, refresh } = openHold(LINK)
    press('a')
    draw()
    expect(refresh).not.toHaveBeenCalled()
    await minting.finish()
    await vi.advanceTimersByTimeAsync(1)
    expect(refresh).toHaveBeenCalledOnce()
  })
})

describe('what was held does not go on', () => {
  it('when the shopper goes elsewhere by a link', async () => {
    const { acts, minting, press } = openHold(LINKS)
    press('a')
    press('#else')
    await minting.finish()
    expect(acts).toEqual(['follow /collections'])
  })

  it.each<[string, (page: ReturnType<typeof openHold>) => unknown]>([
    ['by a script', ({ navigate }) => navigate('/collections')],
    ['by leaving the page', () => window.dispatchEvent(new Event('pagehide'))],
    ['by stopping the keeper', ({ stop }) => stop()],
  ])('when it is over %s', async (_, end) => {
    const page = openHold(LINK)
    page.press('a')
    end(page)
    await page.minting.finish()
    expect(page.acts).toEqual([])
    await vi.advanceTimersByTimeAsync(PATIENCE)
    page.draw()
    expect(page.refresh).toHaveBeenCalledOnce()
  })
})

describe('a click is never held', () => {
  it.each<[string, string, MouseEventInit]>([
    ['with ctrl', LINK, { ctrlKey: true }],
    ['with meta', LINK, { metaKey: true }],
    ['with shift', LINK, { shiftKey: true }],
    ['with alt', LINK, { altKey: true }],
    ['of the middle button', LINK, { button: 1 }],
    ['for a new window', '<a href="/checkout" target="_blank">pay</a>', {}],
    ['for a download', '<a href="/checkout" download>pay</a>', {}],
    ['elsewhere', '<a href="/cart">cart</a>', {}],
    ['on what leads nowhere that is known', '<a href="http://[">pay</a>', {}],
  ])('%s', (_, content, init) => {
    const { acts, minting, press } = openHold(content)
    press('a', init)
    expect(acts).toHaveLength(1)
    expect(minting.mint).not.toHaveBeenCalled()
  })

  it('that a script took over before', () => {
    const takeOver = (event: Event): void => event.preventDefault()
    window.addEventListener('click', takeOver, { capture: true, once: true })
    const { minting, press } = openHold(LINK)
    press('a')
    expect(minting.mint).not.toHaveBeenCalled()
  })
})

describe('a press', () => {
  it.each<[string, Event]>([
    ['of the pointer', new Event('pointerdown', { bubbles: true })],
    ['of a finger', new Event('touchstart', { bubbles: true })],
    ['of Enter', new KeyboardEvent('keydown', { bubbles: true, key: 'Enter' })],
    ['of the space bar', new KeyboardEvent('keydown', { bubbles: true, key: ' ' })],
  ])('%s has the code made', (_, event) => {
    const { find, minting } = openHold(LINK)
    find('a').dispatchEvent(event)
    expect(minting.mint).toHaveBeenCalledOnce()
  })

  it('of another key, or elsewhere, does not', () => {
    const { find, minting } = openHold(LINKS)
    find('a').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'Tab' }))
    find('#else').dispatchEvent(new Event('pointerdown', { bubbles: true }))
    expect(minting.mint).not.toHaveBeenCalled()
  })
})

describe('a navigation to checkout', () => {
  it.each([
    ['push', 'assign', 'replace'],
    ['replace', 'replace', 'assign'],
  ] as const)('that would %s waits, and is sent again alike', async (type, verb, other) => {
    const { location, minting, navigate } = openHold('')
    expect(navigate('/checkout', { navigationType: type })).toBe(false)
    expect(location[verb]).not.toHaveBeenCalled()
    await minting.finish()
    expect(location[verb].mock.calls).toEqual([['/checkout']])
    expect(location[other]).not.toHaveBeenCalled()
  })

  it.each<[string, object]>([
    ['that posts a form', { formData: new FormData() }],
    ['within the page', { destination: { url: '/checkout', sameDocument: true } }],
    ['that reloads', { navigationType: 'reload' }],
    ['that downloads', { downloadRequest: '' }],
  ])('%s does not wait', (_, more) => {
    const { minting, navigate } = openHold('')
    expect(navigate('/checkout', more)).toBe(true)
    expect(minting.mint).not.toHaveBeenCalled()
  })
})
