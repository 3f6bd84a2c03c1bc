import { inRoot, type WayOut } from './way-out.js'

const FORM = 'action="/cart" method="post"'
const BUTTON = '<button id="way" name="checkout" value="1">Pay</button>'
const HIDDEN = '<input type="hidden" name="checkout" value="1">'
const CART_FORM = `<form ${FORM}>${BUTTON}</form>`
const GET_FORM = '<form action="/checkout"><button id="way">Pay</button></form>'

const form = (name: string, markup: string, more: Partial<WayOut> = {}): WayOut => ({
  name,
  markup,
  leave: { click: '#way' },
  modern: 'form',
  older: 'form',
  ...more,
})

/** Forms out, as themes and scripts send them. */
export const forms: readonly WayOut[] = [
  form('the cart form', CART_FORM),
  form(
    'the cart form, its button outside',
    `<form id="cart-form" ${FORM}></form><button id="way" name="checkout" form="cart-form">Pay</button>`,
  ),
  form(
    'a POST form to checkout',
    '<form action="/checkout" method="post"><button id="way">Pay</button></form>',
  ),
  form('a GET form to checkout', GET_FORM),
  form(
    'a button that sends its form to checkout',
    `<form ${FORM}><button id="way" formaction="/checkout">Pay</button></form>`,
  ),
  form(
    'a form whose controls are called action and method',
    `<form ${FORM}><input name="action"><input name="method">${BUTTON}</form>`,
  ),
  form('form.submit()', `<form id="way" ${FORM}>${HIDDEN}</form>`, {
    leave: { run: "document.querySelector('#way').submit()" },
  }),
  form('form.requestSubmit()', CART_FORM, {
    leave: { run: "const way = document.querySelector('#way'); way.form.requestSubmit(way)" },
  }),
  form('a hidden control clicked by a script', `<form ${FORM} hidden>${BUTTON}</form>`, {
    leave: { run: "document.querySelector('#way').click()" },
  }),
  form('a form built in a script', '', {
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
  }),
  form('a form in an open shadow root', '', inRoot('open', CART_FORM)),
  form('a form in a closed shadow root', '', {
    ...inRoot('closed', CART_FORM),
    modern: 'none',
    older: 'none',
  }),
  form('a GET form in a closed shadow root', '', {
    ...inRoot('closed', GET_FORM),
    modern: 'navigation',
    older: 'none',
  }),
  form(
    'a product form that returns to checkout',
    `<form action="/cart/add" method="post"><input type="hidden" name="id" value="40101">
      <input type="hidden" name="return_to" value="/checkout"><button id="way">Buy now</button></form>`,
    { makesCart: true },
  ),
]
