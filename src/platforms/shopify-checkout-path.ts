/** Where Shopify's checkouts are, without a locale prefix: also cart permalinks, and `checkoutUrl` of the Storefront API. */
export const SHOPIFY_CHECKOUT_PATH: RegExp = /^\/(checkouts?|cart\/(\d+:\d+[^/]*|c\/[^/]+))(\/|$)/
