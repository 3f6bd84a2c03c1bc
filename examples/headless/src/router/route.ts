/** Where the shopper is. */
export type Route =
  | { readonly page: 'home' | 'cart' | 'checkout' | 'not-found' }
  | { readonly page: 'product'; readonly slug: string }
  | { readonly page: 'thank-you'; readonly code: string }

/** The page that a path leads to. */
export const routeOf = (path: string): Route => {
  const [place = '', name = '', rest] = path.slice(1).split('/')
  if (rest !== undefined) return { page: 'not-found' }
  if (place === 'products' && name) return { page: 'product', slug: name }
  if (place === 'thank-you' && name) return { page: 'thank-you', code: name }
  if ((place === 'cart' || place === 'checkout') && !name) return { page: place }
  return { page: place ? 'not-found' : 'home' }
}

const TITLES = {
  home: 'Plain goods',
  cart: 'Cart',
  checkout: 'Checkout',
  'thank-you': 'Thank you',
  'not-found': 'Not found',
} as const

interface Named {
  readonly name: string
  readonly slug: string
}

/** What the browser's tab says. */
export const titleOf = (route: Route, products: readonly Named[]): string => {
  if (route.page !== 'product') return `${TITLES[route.page]} · Plain`
  const product = products.find(({ slug }) => slug === route.slug)
  return `${product?.name ?? 'Not found'} · Plain`
}
