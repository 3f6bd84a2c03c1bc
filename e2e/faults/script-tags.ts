import { readFile } from 'node:fs/promises'
import type { Shop } from '../fixtures.js'
import { VERSION } from '../../src/names.js'
import type { Row } from './factors.js'

const TAG = '<script src="/assets/discount-keeper.js" defer></script>'

/** The page says that it is prerendered, until somebody calls `show`. */
const PRERENDERED = `<script>{
  let isHidden = true
  Object.defineProperty(document, 'prerendering', { get: () => isHidden })
  window.show = () => {
    isHidden = false
    document.dispatchEvent(new Event('prerenderingchange'))
  }
}</script>`

const OLD_VERSION = '0.0.9'
const OLD_TAG = '<script src="/apps/old/discount-keeper.js" defer></script>'

/** The built files under another version, as a page that was cached asks for them. */
const serveOld = async (request: Request): Promise<Response> => {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
  const text = await readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8')
  return new Response(text.replaceAll(VERSION, OLD_VERSION), {
    headers: { 'content-type': 'text/javascript' },
  })
}

/** What the shop's pages load of the keeper, page by page. */
export const scriptTags = (shop: Shop, page: Row['page']) => {
  if (page === 'old beside new') shop.settings.app = serveOld
  const tag = page === 'doubled' ? TAG + TAG : TAG
  return {
    landing: page === 'prerendered' ? PRERENDERED + TAG : page === 'old beside new' ? OLD_TAG : tag,
    product: tag,
    cart: page === 'old beside new' ? OLD_TAG : tag,
  }
}
