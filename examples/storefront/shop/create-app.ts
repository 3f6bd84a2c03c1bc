import { Hono } from 'hono'
import { notFoundPage } from '../theme/not-found-page.js'
import { adminApi } from './admin-api.js'
import { appProxy } from './app-proxy.js'
import { assets } from './assets.js'
import { cartApi } from './cart-api.js'
import { cartDoors } from './cart-doors.js'
import { checkout } from './checkout.js'
import { observe } from './observe.js'
import { pageContext } from './page-context.js'
import { pages } from './pages.js'
import { randomToken } from './random-token.js'
import { readBody } from './read-body.js'
import type { ShopEnv, ShopState } from './state.js'
import { standardCart } from './standard-cart.js'
import { visit } from './visit.js'

const rootOf = (path: string, locales: readonly string[]): string => {
  const folder = path.split('/')[1] ?? ''
  return locales.includes(folder) ? `/${folder}/` : '/'
}

/** The shop as one fetch handler; every path also works under every locale folder. */
export const createApp = (state: ShopState): Hono<ShopEnv> => {
  const rootFor = (url: string): string => rootOf(new URL(url).pathname, state.settings.locales)
  const app = new Hono<ShopEnv>({
    getPath: (request) => {
      const path = new URL(request.url).pathname.replace(/%3a/gi, ':').replace(/%2c/gi, ',')
      return `/${path.slice(rootFor(request.url).length)}`
    },
  })
  app.use(async (c, next) => {
    c.set('root', rootFor(c.req.url))
    c.set('nonce', randomToken(16))
    c.set('body', await readBody(c.req.raw))
    await next()
  })
  app.use(observe(state))
  app.use(async (c, next) => {
    await next()
    const isPage = c.res.headers.get('content-type')?.startsWith('text/html')
    const policy = state.settings.csp?.replaceAll('{nonce}', c.get('nonce'))
    if (isPage && policy) c.res.headers.set('content-security-policy', policy)
  })
  for (const part of [
    assets(),
    adminApi(state),
    appProxy(state),
    cartApi(state),
    cartDoors(state),
    standardCart(state),
    visit(state),
    checkout(state),
    pages(state),
  ]) {
    app.route('/', part)
  }
  app.notFound((c) => c.html(notFoundPage(pageContext(state, c)), 404))
  return app
}
