import { vendure } from 'discount-keeper/platforms/vendure'
import { openPage } from './page.js'
import { changes, config, orderCode, session, shop } from './shop.js'

const SESSIONS = {
  bearer: { token: session.token, onToken: session.setToken, credentials: 'omit' },
  cookie: {
    credentials: 'include',
    cartId: orderCode,
    watch: (changed) => {
      const tell = () => changed()
      changes.addEventListener('changed', tell)
      return () => changes.removeEventListener('changed', tell)
    },
  },
}

await openPage(shop, (refresh) =>
  vendure({
    endpoint: config.endpoint,
    attributes: { discount: 'ccDiscountCode', ref: 'ccRef' },
    refresh,
    ...SESSIONS[config.sessions],
  }),
)
