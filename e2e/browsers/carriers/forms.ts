import { inRoot, type WayOut } from './way-out.js'

const FORM = 'action="/cart" method="post"'
const BUTTON = '<button id="way" name="checkout" value="1">Pay</button>'
const HIDDEN = '<input type="hidden" name="checkout" value="1">'
const HOST = '<span id="host"></span>'

/** Forms out, as themes and scripts send them. */
export const forms: readonly WayOut[] = [
  {
    name: 'the cart form',
    markup: `<form ${FORM}>${BUTTON}</form>`,
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'the cart form, its button outside',
    markup: `<form id="cart-form" ${FORM}></form><button id="way" name="checkout" form="cart-form">Pay</button>`,
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a POST form to checkout',
    markup: '<form action="/checkout" method="post"><button id="way">Pay</button></form>',
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a GET form to checkout',
    markup: '<form action="/checkout"><button id="way">Pay</button></form>',
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a button that sends its form to checkout',
    markup: `<form ${FORM}><button id="way" formaction="/checkout">Pay</button></form>`,
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a form whose controls are called action and method',
    markup: `<form ${FORM}><input name="action"><input name="method">${BUTTON}</form>`,
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'form.submit()',
    markup: `<form id="way" ${FORM}>${HIDDEN}</form>`,
    leave: { run: "document.querySelector('#way').submit()" },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'form.requestSubmit()',
    markup: `<form ${FORM}>${BUTTON}</form>`,
    leave: { run: "const way = document.querySelector('#way'); way.form.requestSubmit(way)" },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a hidden control clicked by a script',
    markup: `<form ${FORM} hidden>${BUTTON}</form>`,
    leave: { run: "document.querySelector('#way').click()" },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a form built in a script',
    markup: '',
    leave: {
      run: `const form = document.createElement('form')
        form.method = 'post'
        form.action = '/cart'
        const field = document.createElement('input')
        field.name = 'checkout'
        form.append(field)
        document.body.append(form)
        form.submit()`,
    },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a form in an open shadow root',
    markup: HOST,
    prepare: inRoot('open', `<form ${FORM}>${BUTTON}</form>`),
    leave: { click: '#host' },
    modern: 'form',
    older: 'form',
  },
  {
    name: 'a form in a closed shadow root',
    markup: HOST,
    prepare: inRoot('closed', `<form ${FORM}>${BUTTON}</form>`),
    leave: { click: '#host' },
    modern: 'none',
    older: 'none',
  },
  {
    name: 'a GET form in a closed shadow root',
    markup: HOST,
    prepare: inRoot('closed', '<form action="/checkout"><button id="way">Pay</button></form>'),
    leave: { click: '#host' },
    modern: 'navigation',
    older: 'none',
  },
  {
    name: 'a product form that returns to checkout',
    markup: `<form action="/cart/add" method="post"><input type="hidden" name="id" value="40101">
      <input type="hidden" name="return_to" value="/checkout"><button id="way">Buy now</button></form>`,
    leave: { click: '#way' },
    modern: 'form',
    older: 'form',
    makesCart: true,
  },
]
