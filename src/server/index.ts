export type { Handler } from './create-mint-handler.js'
export { createMintHandler } from './create-mint-handler.js'
export type { MintErrorCode } from './errors.js'
export { MintError } from './errors.js'
export type { Limit, Limiter, LimitOptions } from './limits.js'
export type { MintOptions, MintReport } from './mint-options.js'
export type {
  Asked,
  GrantAttributes,
  GrantOrder,
  LinkClaims,
  Minter,
  MintOrder,
  Offer,
} from './types.js'
