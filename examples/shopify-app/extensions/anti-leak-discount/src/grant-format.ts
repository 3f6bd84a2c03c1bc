// In an app of your own, import these from `discount-keeper/server` instead.
export { isGrantOffer } from '../../../../../src/server/grant-offer.js'
export type { GrantOffer } from '../../../../../src/server/grant-offer.js'
export {
  grantMessage,
  readGrantToken,
  secretBytes,
  toHex,
} from '../../../../../src/server/grant-token.js'
