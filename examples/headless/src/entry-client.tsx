import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { App } from './app.js'
import { createShop } from './shop/shop-context.js'
import type { ShopData } from './shop/load-shop.js'

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`Expected an element with the id ${id}.`)
  return element
}

// oxlint-disable-next-line no-unsafe-type-assertion -- as our own server wrote it
const data = JSON.parse(find('data').textContent ?? '') as ShopData

hydrateRoot(
  find('root'),
  <StrictMode>
    <App path={location.pathname} placed={data.placed} shop={createShop(data)} />
  </StrictMode>,
)
