import { renderToString } from 'react-dom/server'
import { App } from './app.js'
import { createShop } from './shop/shop-context.js'
import type { ShopData } from './shop/load-shop.js'

/** The app as HTML, for a path and what the shop has to show there. */
export const render = (path: string, data: ShopData): string =>
  renderToString(<App path={path} placed={data.placed} shop={createShop(data)} />)
