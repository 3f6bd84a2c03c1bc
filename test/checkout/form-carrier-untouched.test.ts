// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'

import { clickOn, collect, openPage, submit } from './storefront-page.js'

const ATTRIBUTE = 'attributes[cc-discount-code]'
const BOTH = { discount: 'SAVE10', [ATTRIBUTE]: 'SAVE10' }
const PAY = '<input type="hidden" name="checkout" value="1">'

describe('a submission is left alone', () => {
  it.each([
    ['to the cart', '<form action="/cart" method="post"><input name="updates[]" value="1"></form>'],
    [
      'to add a product',
      '<form action="/cart/add" method="post"><input name="id" value="1"></form>',
    ],
    [
      'to a page that sounds alike',
      '<form action="/help" method="post"><input name="checkout-help"></form>',
    ],
    [
      'with a discount the shopper typed',
      `<form action="/cart" method="post">${PAY}<input name="discount" value="MINE"></form>`,
    ],
    [
      'with a discount that was emptied',
      `<form action="/cart" method="post">${PAY}<input name="discount" value=""></form>`,
    ],
    ['to a url with a discount', `<form action="/cart?discount=OTHER" method="post">${PAY}</form>`],
    [
      'to a url with an emptied discount',
      `<form action="/cart?discount=" method="post">${PAY}</form>`,
    ],
    ['to another origin', `<form action="https://evil.example/cart" method="post">${PAY}</form>`],
    ['to a script', `<form action="javascript:void 0" method="post">${PAY}</form>`],
    ['to no URL', `<form action="https://[" method="post">${PAY}</form>`],
    [
      'that returns elsewhere',
      '<form action="/cart/add"><input name="return_to" value="/cart"></form>',
    ],
    [
      'that returns from another origin',
      '<form action="https://evil.example/"><input name="return_to" value="/checkout"></form>',
    ],
  ])('%s', (_, content) => {
    const { form } = openPage(content)
    const before = Object.fromEntries(new FormData(form()))
    expect(submit(form())).toEqual(before)
  })

  it('when there is nothing to carry', () => {
    const { form } = openPage(`<form action="/cart" method="post">${PAY}</form>`, {
      fields: () => ({}),
    })
    expect(submit(form())).toEqual({ checkout: '1' })
  })

  it.each(['rewrite', 'fields'])('when the door throws at %s', (name) => {
    const refuse = vi.fn(() => {
      throw new Error('out of order')
    })
    const { form } = openPage(`<form action="/cart" method="post">${PAY}</form>`, {
      [name]: refuse,
    })
    expect(submit(form())).toEqual({ checkout: '1' })
    expect(refuse).toHaveBeenCalledOnce()
  })

  it('by a button whose submission was called off', () => {
    const { form } = openPage('<form action="/cart"><button formaction="/checkout"></form>')
    document.addEventListener('submit', (event) => event.preventDefault(), { once: true })
    expect(submit(form(), document.querySelector('button'))).toEqual({})
  })

  it('where the page itself decides while its data is read, also after a click on its button', () => {
    const { form } = openPage(`<form action="/cart" method="post">${PAY}<button></button></form>`)
    clickOn(document.querySelector('button') as Element)
    const decide = ({ formData }: FormDataEvent) => formData.set('discount', '')
    document.addEventListener('formdata', decide, { once: true })
    expect(submit(form())).toEqual({ checkout: '1', discount: '' })
  })

  it('once the carriers are stopped', () => {
    const { form, stop } = openPage(`<form action="/cart" method="post">${PAY}</form>`)
    stop()
    expect(submit(form())).toEqual({ checkout: '1' })
  })

  it('once the carriers are stopped, in a shadow root that was clicked before', () => {
    const { stop } = openPage('<div></div>')
    const root = (document.querySelector('div') as Element).attachShadow({ mode: 'open' })
    const form = document.createElement('form')
    form.append(document.createRange().createContextualFragment(PAY))
    root.append(form)
    clickOn(form)
    expect(collect(form)).toEqual({ checkout: '1', discount: 'SAVE10' })
    stop()
    expect(collect(form)).toEqual({ checkout: '1' })
  })
})

it('asks the door for no fields unless the form leads to checkout', () => {
  const fields = vi.fn(() => BOTH)
  const { form } = openPage('<form action="/cart/add" method="post"><input name="id"></form>', {
    fields,
  })
  submit(form())
  expect(fields).not.toHaveBeenCalled()
})

it('never touches the form', () => {
  const { form } = openPage(`<form action="/cart" method="post">${PAY}</form>`)
  const before = document.body.innerHTML
  submit(form())
  expect(document.body.innerHTML).toBe(before)
})
