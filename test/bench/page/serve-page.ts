import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Shop {
  readonly url: string
  /** How many requests came since it was last asked, pages themselves not counted. */
  readonly count: () => number
  readonly close: () => void
}

const CART = {
  token: '',
  note: null,
  attributes: {},
  total_price: 0,
  total_discount: 0,
  items: [],
  item_count: 0,
  currency: 'USD',
  discount_codes: [],
  cart_level_discount_applications: [],
}

/** Marks the first write of what is waited for, and has a way to change the page a hundred times. */
const PROBE = `
  const has = location.hash.slice(1)
  let isNoted = !has
  const note = (text) => {
    if (isNoted || !String(text).includes(has)) return
    isNoted = true
    performance.mark('stored')
  }
  const { setItem } = Storage.prototype
  Storage.prototype.setItem = function (key, text) { setItem.call(this, key, text); note(text) }
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(document, 'cookie', {
    get: () => cookie.get.call(document),
    set: (text) => { cookie.set.call(document, text); note(text) },
  })
  window.Shopify = { routes: { root: '/' } }
  const link = (place) => {
    const made = document.createElement('a')
    made.href = '/products/' + place
    return made
  }
  const change = (times, done) => {
    document.querySelector('#links').append(...Array.from({ length: 10 }, (_, place) => link(place)))
    setTimeout(() => (times > 1 ? change(times - 1, done) : setTimeout(done, 100)))
  }
  window.churn = () => new Promise((done) => change(100, done))`

// not laid out: what layout costs is the page's, whatever script it has
const pageOf = (script: string, links: number): string => `<!doctype html><title>A shop</title>
  <link rel="icon" href="data:,"><script>{${PROBE}}</script>
  <a id="way" href="/checkout" style="position:fixed;left:0;top:0">Checkout</a>
  <div id="links" hidden>${Array.from({ length: links }, (_, place) => `<a href="/products/${place}">A mug</a>`).join('')}</div>
  <script src="/scripts/${script}/discount-keeper.js" defer></script>`

/**
 * A shop with an empty cart on a port of its own. `/page/0/100` is a page with the first script and a hundred links; the
 * hash names the text whose first writing is marked as `stored`.
 */
export const servePage = async (scripts: readonly string[]): Promise<Shop> => {
  let asked = 0
  const answer = async (path: string): Promise<readonly [type: string, body: string]> => {
    const [, kind, name = '', rest = ''] = path.split(/[/?]/)
    if (kind === 'page') return ['text/html', pageOf(name, Number(rest))]
    asked++
    if (kind === 'cart.js') return ['application/json', JSON.stringify(CART)]
    if (kind !== 'scripts') return ['', '']
    const isFirst = rest === 'discount-keeper.js'
    if (isFirst || !rest) return ['text/javascript', scripts[Number(name)] ?? '']
    return ['text/javascript', await readFile(`dist/${rest}`, 'utf8')]
  }
  const server = createServer((request, response) => {
    const { url = '' } = request
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (pathname.startsWith('/discount/')) {
      response.writeHead(302, { location: searchParams.get('redirect') ?? '/cart.js' }).end()
      return
    }
    answer(url).then(
      ([type, body]) =>
        response.writeHead(type ? 200 : 204, type ? { 'content-type': type } : {}).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    count: () => {
      const count = asked
      asked = 0
      return count
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
