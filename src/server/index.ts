export type { Template } from './compile-template.js'
export { compileTemplate } from './compile-template.js'
export type { Handler } from './create-mint-handler.js'
export { createMintHandler } from './create-mint-handler.js'
export type { RefresherOptions } from './create-refresher.js'
export { createRefresher } from './create-refresher.js'
export type { MintErrorCode } from './errors.js'
export { MintError } from './errors.js'
export type { GrantOffer } from './grant-offer.js'
export { isGrantOffer } from './grant-offer.js'
export type { GrantKey, GrantSettings } from './grant-settings.js'
export { writeGrantSettings } from './grant-settings.js'
export { GRANT_ATTRIBUTE, grantMessage, readGrantToken, secretBytes, toHex } from './grant-token.js'
export type { Key } from './key.js'
export type { Limit, Limiter, LimitOptions } from './limits.js'
export type { MintOptions, MintReport } from './mint-options.js'
export type { GrantClaims, GrantSigning } from './sign-grant.js'
export { signGrant } from './sign-grant.js'
export type { Link } from './sign-link.js'
export { signLink } from './sign-link.js'
export type { TokenOptions, Tokens, Verified } from './tokens.js'
export { createTokens } from './tokens.js'
export type {
  Asked,
  GrantAttributes,
  GrantOrder,
  LinkClaims,
  Minter,
  MintOrder,
  Offer,
} from './types.js'
export type { AppProxyOptions } from './with-app-proxy.js'
export { withAppProxy } from './with-app-proxy.js'
export * from './minters/index.js'
export { linearRegex } from './linear-regex.js'
export type { OrderWebhookOptions, WebhookReport } from './webhooks/create-order-webhook.js'
export { createOrderWebhook } from './webhooks/create-order-webhook.js'
export type { ShopifySignatureOptions } from './webhooks/shopify-signature.js'
export { shopifySignature } from './webhooks/shopify-signature.js'
export type { VerifyWebhook } from './webhooks/webhook-signature.js'
export type { WooSignatureOptions } from './webhooks/woo-signature.js'
export { wooSignature } from './webhooks/woo-signature.js'
