import { generic } from './platforms/generic.js'
import { shopifyTheme } from './platforms/shopify-theme.js'
import { startScript } from './start-script.js'
import type { LazyPlatform, Platform } from './types.js'

const { Shopify }: Window & { readonly Shopify?: object } = window

startScript({
  platforms: new Map<string, () => Platform | LazyPlatform>([
    ['shopify-theme', shopifyTheme],
    ['generic', generic],
  ]),
  found: () => (Shopify ? 'shopify-theme' : 'generic'),
})
