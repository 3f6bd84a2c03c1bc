// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { leadsOut, wayOutOf } from '../../src/checkout/way-out.js'

const PAY = '<input type="hidden" name="checkout" value="1">'

const isCheckout = (url: string): boolean =>
  new URL(url, document.baseURI).pathname.startsWith('/checkout')

const draw = (content: string): void =>
  document.body.replaceChildren(document.createRange().createContextualFragment(content))

/** What this event on what is called `on` is about to press. */
const press = (content: string, type = 'click') => {
  draw(content)
  let found: ReturnType<typeof wayOutOf> | 'thrown' = 'thrown'
  const listen = (event: Event): void => void (found = wayOutOf(event, isCheckout))
  window.addEventListener(type, listen, { capture: true, once: true })
  document.querySelector('#on')?.dispatchEvent(new Event(type, { bubbles: true, composed: true }))
  return found
}

/** Whether the form leads out by the control that is called `by`, or by none. */
const leads = (content: string): boolean => {
  draw(content)
  const form = document.querySelector('form') as HTMLFormElement
  return leadsOut(form, document.querySelector('#by'), isCheckout)
}

describe('a way out is', () => {
  it.each([
    ['a link to checkout', '<a href="/checkout" id="on">pay</a>'],
    ['what is in one', '<a href="/checkout"><b id="on">pay</b></a>'],
    ['a link that names this window', '<a href="/checkout" target="_SELF" id="on">pay</a>'],
  ])('%s', (_, content) => {
    expect(press(content)).toEqual({ element: document.querySelector('a') })
  })

  it.each([
    ['a button', '<button id="on">pay</button>'],
    ['what is in one', '<button><b id="on">pay</b></button>'],
    ['a button that says so', '<button type="submit" id="on">pay</button>'],
    ['an input', '<input type="submit" id="on">'],
    ['an image', '<input type="image" id="on">'],
  ])('%s of a form', (_, control) => {
    const found = press(`<form action="/checkout">${control}</form>`)
    const [form] = document.forms
    expect(found).toEqual({ element: form?.querySelector('button, input'), form })
  })

  it('a button that belongs to a form elsewhere', () => {
    const found = press('<form id="f" action="/checkout"></form><button form="f" id="on"></button>')
    expect(found).toMatchObject({ form: document.forms[0] })
  })

  it('a field where Enter presses the button of its form', () => {
    const content = '<form><input id="on"><button formaction="/checkout"></button></form>'
    expect(press(content, 'keydown')).toMatchObject({ form: document.forms[0] })
  })
})

describe('no way out is', () => {
  it.each([
    ['a link elsewhere', '<a href="/cart" id="on">cart</a>'],
    ['a link to a new window', '<a href="/checkout" target="_blank" id="on">pay</a>'],
    [
      'a link to a frame that is named alike',
      '<a href="/checkout" target="_selfie" id="on">pay</a>',
    ],
    ['a link to another such frame', '<a href="/checkout" target="my_self" id="on">pay</a>'],
    ['a link where the page says so', '<base target="_top"><a href="/checkout" id="on">pay</a>'],
    ['a download', '<a href="/checkout" download id="on">pay</a>'],
    [
      'a link elsewhere within a form',
      '<form action="/checkout"><button><a href="/" id="on"></a></button></form>',
    ],
    ['what is neither', '<p id="on">text</p>'],
    ['a button without a form', '<button id="on">pay</button>'],
    [
      'a button that submits nothing',
      '<form action="/checkout"><button type="button" id="on"></form>',
    ],
    ['a field that is clicked', '<form action="/checkout"><input id="on"></form>'],
    ['a button of a form that leads elsewhere', '<form action="/cart"><button id="on"></form>'],
  ])('%s', (_, content) => {
    expect(press(content)).toBeUndefined()
  })

  it('a field whose form has no button that leads there', () => {
    const content = '<form><input id="on"><button></button></form>'
    expect(press(content, 'keydown')).toBeUndefined()
  })
})

describe('a form leads out', () => {
  it.each([
    ['to checkout', '<form action="/checkout"></form>'],
    [
      'by a button that leads there',
      '<form action="/cart"><button id="by" formaction="/checkout">',
    ],
    ['by a hidden field', `<form action="/cart">${PAY}</form>`],
    ['by a button that names it', '<form action="/cart"><button id="by" name="checkout">'],
    [
      'by where it returns to',
      '<form action="/cart/add"><input name="return_to" value="/checkout">',
    ],
    ['although a control is called action', '<form action="/checkout"><input name="action">'],
    [
      'in this window by its button',
      '<form action="/checkout" target="_blank"><button id="by" formtarget="_self">',
    ],
    ['to a checkout of another origin', '<form action="https://pay.example/checkout"></form>'],
  ])('%s', (_, content) => {
    expect(leads(content)).toBe(true)
  })

  it.each([
    ['to the cart', '<form action="/cart"><input name="x"><button id="by">'],
    ['without an action', '<form></form>'],
    ['by a button that is not pressed', '<form action="/cart"><button name="checkout">'],
    [
      'by a button that leads elsewhere',
      '<form action="/checkout"><button id="by" formaction="/cart">',
    ],
    ['to another origin', `<form action="https://pay.example/cart">${PAY}</form>`],
    [
      'back from another origin',
      '<form action="https://pay.example/"><input name="return_to" value="/checkout">',
    ],
    ['back to the cart', '<form action="/cart/add"><input name="return_to" value="/cart">'],
    ['back to nowhere', '<form action="/cart/add"><input name="return_to">'],
    [
      'where another field holds a path',
      '<form action="/cart/add"><input name="note" value="/checkout">',
    ],
    ['in another window', '<form action="/checkout" target="_blank"></form>'],
    [
      'in another window by its button',
      '<form action="/checkout"><button id="by" formtarget="_blank">',
    ],
    ['where the page says so', '<base target="_top"><form action="/checkout"></form>'],
  ])('not %s', (_, content) => {
    expect(leads(content)).toBe(false)
  })
})
