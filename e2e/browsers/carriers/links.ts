import { inRoot, type WayOut } from './way-out.js'

const LINK = '<a id="way" href="/checkout">Pay</a>'
const HOST = '<span id="host"></span>'

/** Links out, as shoppers and scripts use them. */
export const links: readonly WayOut[] = [
  { name: 'a link', markup: LINK, leave: { click: '#way' }, modern: 'click', older: 'click' },
  {
    name: 'a link, middle-clicked',
    markup: LINK,
    leave: { click: '#way', how: 'middle' },
    modern: 'click',
    older: 'click',
    opens: true,
  },
  {
    name: 'a link, clicked with the control key',
    markup: LINK,
    leave: { click: '#way', how: 'control' },
    modern: 'click',
    older: 'click',
    opens: true,
  },
  {
    name: 'a link by keyboard',
    markup: LINK,
    leave: { press: '#way' },
    modern: 'click',
    older: 'click',
  },
  {
    name: 'a link to a new tab',
    markup: '<a id="way" href="/checkout" target="_blank">Pay</a>',
    leave: { click: '#way' },
    modern: 'click',
    older: 'click',
    opens: true,
  },
  {
    name: 'a link clicked by a script',
    markup: LINK,
    leave: { run: "document.querySelector('#way').click()" },
    modern: 'click',
    older: 'click',
  },
  {
    name: 'a link in an open shadow root',
    markup: HOST,
    prepare: inRoot('open', LINK),
    leave: { click: '#host' },
    modern: 'click',
    older: 'click',
  },
  {
    name: 'a link in a closed shadow root',
    markup: HOST,
    prepare: inRoot('closed', LINK),
    leave: { click: '#host' },
    modern: 'navigation',
    older: 'none',
  },
  {
    name: 'a cart permalink',
    markup: '<a id="way" href="/cart/40101:1">Buy now</a>',
    leave: { click: '#way' },
    modern: 'click',
    older: 'click',
    makesCart: true,
  },
  {
    name: 'a link out of a frame',
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
  },
]
