// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openHold } from './open-hold.js'

const FORM = '<form action="/cart" method="post"><button name="checkout">pay</button></form>'

/** What a page's own listeners hear. */
const listen = (): readonly Event[] => {
  const heard: Event[] = []
  for (const type of ['click', 'submit'])
    document.body.addEventListener(type, (event) => heard.push(event))
  return heard
}

// jsdom has none
beforeEach(() => void vi.stubGlobal('CSS', { escape: (text: string) => text }))

const replaceBy = (node: Element, content: string): void =>
  node.replaceWith(document.createRange().createContextualFragment(content))

describe('a click that comes again', () => {
  it('is on the same spot, of the same kind, and heard once', async () => {
    const { find, minting, press } = openHold('<a href="/checkout"><b>pay</b></a>')
    const heard = listen()
    press('b', { clientX: 3, clientY: 4, screenX: 5, screenY: 6, detail: 1 })
    expect(heard).toEqual([])
    await minting.finish()
    expect(heard).toHaveLength(1)
    expect(heard[0]?.target).toBe(find('b'))
    expect(heard[0]).toMatchObject({
      clientX: 3,
      clientY: 4,
      screenX: 5,
      screenY: 6,
      detail: 1,
      cancelable: true,
      composed: true,
    })
  })

  it('may be stopped by who hears it, as the first one could have been', async () => {
    const { acts, find, minting, press } = openHold('<a href="/checkout">pay</a>')
    find('a').addEventListener('click', (event) => event.preventDefault())
    press('a')
    await minting.finish()
    expect(acts).toEqual([])
  })

  it.each([
    ['id', '<button id="pay" name="checkout">', '<button id="pay" name="other">'],
    ['name', '<button name="checkout">', '<button name="checkout" class="new">'],
  ])('is on the control of the same %s where the page was drawn anew', async (_, old, fresh) => {
    const { acts, find, minting, press } = openHold(`<form action="/checkout">${old}</form>`)
    press('button')
    replaceBy(find('form'), `<form action="/checkout">${fresh}</form>`)
    await minting.finish()
    expect(acts).toEqual([`submit ${find('button').getAttribute('name')}`])
  })

  it('follows the link that was taken out meanwhile', async () => {
    const { find, location, minting, press } = openHold('<a href="/checkout?a=1">pay</a>')
    press('a')
    find('a').remove()
    await minting.finish()
    expect(location.assign.mock.calls).toEqual([[`${window.location.origin}/checkout?a=1`]])
  })
})

describe('a submission', () => {
  it('by a click is held at the click, and arrives with the button’s name', async () => {
    const { acts, minting, press } = openHold(FORM)
    const heard = listen()
    press('button')
    await minting.finish()
    expect(acts).toEqual(['submit checkout'])
    expect(heard.map(({ type }) => type)).toEqual(['click', 'submit'])
    expect(minting.mint).toHaveBeenCalledOnce()
  })

  it('by a script comes again with the control that it named', async () => {
    const { acts, find, minting } = openHold(FORM)
    const form = find('form') as HTMLFormElement
    form.requestSubmit(find('button'))
    expect(acts).toEqual([])
    await minting.finish()
    expect(acts).toEqual(['submit checkout'])
  })

  it('comes again where a control hides the form’s own method', async () => {
    const { acts, find, minting } = openHold(FORM)
    const form = find('form') as HTMLFormElement
    // as `<input name="requestSubmit">` does in browsers
    Object.defineProperty(form, 'requestSubmit', { value: find('button') })
    HTMLFormElement.prototype.requestSubmit.call(form, find('button'))
    await minting.finish()
    expect(acts).toEqual(['submit checkout'])
  })

  it('goes on by nobody where its control is no submit button any more', async () => {
    const { acts, find, minting } = openHold(FORM)
    const form = find('form') as HTMLFormElement
    form.requestSubmit(find('button'))
    find('button').setAttribute('type', 'button')
    await minting.finish()
    expect(acts).toEqual(['submit by nobody'])
  })

  it('goes on by nobody where its control is gone', async () => {
    const { acts, find, minting } = openHold(
      '<form action="/checkout"><button name="checkout">pay</button></form>',
    )
    const form = find('form') as HTMLFormElement
    form.requestSubmit(find('button'))
    find('button').remove()
    await minting.finish()
    expect(acts).toEqual(['submit by nobody'])
  })

  it.each([
    ['of another form', '<form action="/cart"><button name="update">'],
    ['for a new window', '<form action="/checkout" target="_blank"><button name="a">'],
  ])('%s does not wait', (_, content) => {
    const { acts, minting, press } = openHold(content)
    press('button')
    expect(acts).toHaveLength(1)
    expect(minting.mint).not.toHaveBeenCalled()
  })
})
