// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { clickOn, collect, openPage, submit } from './storefront-page.js'

const ATTRIBUTE = 'attributes[cc-discount-code]'
const BOTH = { discount: 'SAVE10', [ATTRIBUTE]: 'SAVE10' }
const PAY = '<input type="hidden" name="checkout" value="1">'

describe('a checkout submission gets', () => {
  it.each([
    [
      'every field: POST to the cart by a control named checkout',
      `<form action="/cart" method="post">${PAY}</form>`,
      { checkout: '1', ...BOTH },
    ],
    [
      'every field: the legacy control goto_pp',
      '<form action="/cart" method="POST"><input name="goto_pp" value="1"></form>',
      { goto_pp: '1', ...BOTH },
    ],
    [
      'every field: the legacy control goto_gc',
      '<form action="/cart" method="post"><input name="goto_gc" value="1"></form>',
      { goto_gc: '1', ...BOTH },
    ],
    ['every field: POST to checkout', '<form action="/checkout" method="post"></form>', BOTH],
    [
      'the discount alone: GET to checkout',
      '<form action="/checkout"></form>',
      { discount: 'SAVE10' },
    ],
    [
      'the discount alone: GET by a control named checkout',
      `<form action="/cart" method="get">${PAY}</form>`,
      { checkout: '1', discount: 'SAVE10' },
    ],
    [
      'the discount alone: a method that no browser knows, which is GET',
      `<form action="/cart" method="repost">${PAY}</form>`,
      { checkout: '1', discount: 'SAVE10' },
    ],
    [
      'the discount alone: another such method',
      `<form action="/cart" method="posted">${PAY}</form>`,
      { checkout: '1', discount: 'SAVE10' },
    ],
    [
      'every field: a form without an action',
      `<form method="post">${PAY}</form>`,
      { checkout: '1', ...BOTH },
    ],
    [
      'every field: controls that hide action and method',
      `<form action="/cart" method="post">${PAY}<input name="action" value="x"><input name="method" value="y"></form>`,
      { checkout: '1', action: 'x', method: 'y', ...BOTH },
    ],
    [
      'an attribute that was empty',
      `<form action="/cart" method="post">${PAY}<input name="${ATTRIBUTE}" value=""></form>`,
      { checkout: '1', ...BOTH },
    ],
    [
      'no attribute that was there',
      `<form action="/cart" method="post">${PAY}<input name="${ATTRIBUTE}" value="OTHER"></form>`,
      { checkout: '1', discount: 'SAVE10', [ATTRIBUTE]: 'OTHER' },
    ],
    [
      'a return address with the codes',
      '<form action="/cart/add" method="post"><input name="return_to" value="/checkout"></form>',
      { return_to: '/checkout?discount=SAVE10' },
    ],
  ])('%s', (_, content, expected) => {
    const { form } = openPage(content)
    expect(submit(form())).toEqual(expected)
  })

  it('the discount where a form without an action leads to checkout, as the page itself does', () => {
    history.replaceState(undefined, '', '/checkout')
    const { form } = openPage('<form></form>')
    expect(submit(form())).toEqual({ discount: 'SAVE10' })
    history.replaceState(undefined, '', '/')
  })

  it('every field from form.submit(), which no submit event precedes', () => {
    const { form } = openPage(`<form action="/cart" method="post">${PAY}</form>`)
    expect(collect(form())).toEqual({ checkout: '1', ...BOTH })
  })

  it('every field when the pressed button leads to checkout, for that one submission', () => {
    const { form } = openPage(
      '<form action="/cart"><button formaction="/checkout" formmethod="post"></form>',
    )
    expect(submit(form(), document.querySelector('button'))).toEqual(BOTH)
    expect(collect(form())).toEqual({})
  })

  it('every field on the way to a checkout on another origin that the door knows', () => {
    const rewrite = (url: string) => (url.startsWith('https://pay.example/') ? url + '?' : url)
    const { form } = openPage('<form action="https://pay.example/" method="post"></form>', {
      rewrite,
    })
    expect(submit(form())).toEqual(BOTH)
  })

  it('every field once, however often its data is read', () => {
    const { form } = openPage(`<form action="/cart" method="post">${PAY}</form>`)
    const data = new FormData(form())
    const read = () =>
      form().dispatchEvent(
        Object.assign(new Event('formdata', { bubbles: true }), { formData: data }),
      )
    read()
    read()
    expect(data.getAll('discount')).toEqual(['SAVE10'])
  })

  it('every field in an open shadow root that was clicked', () => {
    openPage('<div></div>')
    const root = (document.querySelector('div') as Element).attachShadow({ mode: 'open' })
    const form = document.createElement('form')
    form.append(document.createRange().createContextualFragment(`${PAY}<button></button>`))
    form.method = 'post'
    root.append(form)
    const sent = vi.fn(() => submit(form))
    // As scripts do: the button's own listener sends the form and nothing of the click is heard above.
    root.addEventListener('click', (event) => {
      event.preventDefault()
      event.stopPropagation()
      sent()
    })
    clickOn(form.querySelector('button') as Element)
    expect(sent).toHaveReturnedWith({ checkout: '1', ...BOTH })
  })
})
