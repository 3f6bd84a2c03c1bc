import type { RecordedRequest } from '../../../examples/storefront/shop/types.js'
import { expect, type Shop, type Tab } from '../fixtures.js'
import { MUG } from '../shopper.js'
import type { WayOut } from './way-out.js'

/** A cart with a mug, made behind the page's back, as by another tab. */
export const fillCart = async (tab: Tab, shop: Shop): Promise<void> => {
  await tab.eval(async (id) => {
    const frame = document.createElementNS('http://www.w3.org/1999/xhtml', 'iframe')
    if (!(frame instanceof HTMLIFrameElement)) throw new Error('no frame')
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve)
    })
    frame.src = '/assets/mark.svg'
    document.documentElement.append(frame)
    await loaded
    const body = new URLSearchParams({ id: String(id) })
    // in its window, so that the page's own timings do not show it
    await frame.contentWindow?.fetch('/cart/add.js', { method: 'POST', body })
    frame.remove()
  }, MUG)
  expect(shop.carts.size).toBe(1)
}

/** Puts a way out on the page, long after it has loaded. */
export const putOn = async (
  tab: Tab,
  { markup, prepare = '' }: Pick<WayOut, 'markup' | 'prepare'>,
): Promise<void> => {
  await tab.eval(
    (content) => document.body.prepend(document.createRange().createContextualFragment(content)),
    markup,
  )
  await tab.run(prepare)
}

const act = async (tab: Tab, { leave }: Pick<WayOut, 'leave'>): Promise<void> => {
  if ('run' in leave) await tab.run(`setTimeout(() => { ${leave.run} })`)
  else if ('press' in leave) await tab.enter(leave.press)
  else await tab.click(leave.click, leave.how)
}

const isPageView = ({ headers }: RecordedRequest): boolean =>
  headers['accept']?.startsWith('text/html') === true

/** Address and body as text. */
const textOf = ({ body, host, path, search }: RecordedRequest): string => {
  const fields = Object.entries(typeof body === 'object' && body ? body : {})
  const sent = fields.flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${String(one)}`),
  )
  return decodeURIComponent(`http://${host}${path}${search} ${sent.join('&')}`).trim()
}

/** Leaves the page this way; answers the first request that the shop got of it, as text. */
export const leaveBy = async (
  tab: Tab,
  shop: Shop,
  way: Pick<WayOut, 'leave'>,
): Promise<string> => {
  const before = shop.requests.length
  const views = () => shop.requests.slice(before).filter(isPageView)
  await act(tab, way)
  await expect.poll(() => views().length).toBeGreaterThan(0)
  const [first] = views()
  return first ? textOf(first) : ''
}

/** The way out as its markup reads now. */
export const readWay = (tab: Tab): Promise<readonly string[]> =>
  tab.look(() => [...document.querySelectorAll('#way')].map(({ outerHTML }) => outerHTML))
