import { Hono } from 'hono'
import { openAdminApi } from '../../../test/support/admin-api/open-admin-api.js'
import { foldCode } from './fold-code.js'
import type { ShopEnv, ShopState } from './state.js'
import { toCode, toStored } from './stored-codes.js'

/** `/admin/api/VERSION/graphql.json`: makes codes in the shop's own book, for whoever has the token. */
export const adminApi = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  const store = {
    list: () => [...state.codes.values()].map(toStored),
    add: (discount: Parameters<typeof toCode>[0]): void => {
      state.codes.set(foldCode(discount.code), toCode(discount))
    },
  }
  app.post('/admin/api/:version/graphql.json', (c) => {
    const { adminToken } = state.settings
    if (!adminToken) return c.notFound()
    return openAdminApi({ accessToken: adminToken, store }).fetch(c.req.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-shopify-access-token': c.req.header('x-shopify-access-token') ?? '',
      },
      body: JSON.stringify(c.get('body').recorded),
    })
  })
  return app
}
