import type { ConformanceOptions } from '../platforms/conformance.js'

/** What is true of every Vendure shop with the seed that all shops under test share. */
export const traits: Omit<ConformanceOptions, 'open'> = {
  timeout: 60_000,
  capabilities: {
    multi: true,
    replacesOnApply: false,
    caseSensitive: false,
    emptyCartKeeps: true,
    typedErrors: true,
    attributes: true,
  },
  reasons: {
    unknown: 'DISCOUNT_NOT_FOUND',
    expired: 'DISCOUNT_CURRENTLY_INACTIVE',
    future: 'UNKNOWN',
    limit: 'DISCOUNT_USAGE_LIMIT_REACHED',
    minimum: 'UNKNOWN',
    died: 'UNKNOWN',
  },
}
