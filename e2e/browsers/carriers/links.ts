import { inRoot, type WayOut } from './way-out.js'

const LINK = '<a id="way" href="/checkout">Pay</a>'

const link = (name: string, more: Partial<WayOut> = {}): WayOut => ({
  name,
  markup: LINK,
  leave: { click: '#way' },
  modern: 'click',
  older: 'click',
  ...more,
})

/** Links out, as shoppers and scripts use them. */
export const links: readonly WayOut[] = [
  link('a link'),
  link('a link, middle-clicked', { leave: { click: '#way', how: 'middle' }, opens: true }),
  link('a link, clicked with the control key', {
    leave: { click: '#way', how: 'control' },
    opens: true,
  }),
  link('a link by keyboard', { leave: { press: '#way' } }),
  link('a link to a new tab', {
    markup: '<a id="way" href="/checkout" target="_blank">Pay</a>',
    opens: true,
  }),
  link('a link clicked by a script', {
    leave: { run: "document.querySelector('#way').click()" },
  }),
  link('a link in an open shadow root', inRoot('open', LINK)),
  link('a link in a closed shadow root', {
    ...inRoot('closed', LINK),
    modern: 'navigation',
    older: 'none',
  }),
  link('a cart permalink', {
    markup: '<a id="way" href="/cart/40101:1">Buy now</a>',
    makesCart: true,
  }),
  link('a link out of a frame', {
    markup: `<iframe id="frame" srcdoc="<a id='way' href='/checkout' target='_top'>Pay</a>"></iframe>`,
    leave: {
      // its document comes later
      run: `const leave = () => {
        const way = document.querySelector('#frame').contentDocument.querySelector('#way')
        if (way) way.click()
        else setTimeout(leave, 20)
      }
      leave()`,
    },
    modern: 'navigation',
    older: 'none',
  }),
]
