import type { ConformanceOptions } from '../../platforms/conformance.js'

/** What is true of every Medusa shop with the seed that all shops under test share. */
export const medusaTraits: Omit<ConformanceOptions, 'open'> = {
  timeout: 60_000,
  capabilities: {
    multi: true,
    replacesOnApply: false,
    caseSensitive: true,
    emptyCartKeeps: false,
    typedErrors: false,
    attributes: true,
  },
  reasons: {
    unknown: 'DISCOUNT_NOT_FOUND',
    expired: 'UNKNOWN',
    future: 'UNKNOWN',
    limit: 'UNKNOWN',
    minimum: 'UNKNOWN',
  },
  without: {
    'second code not combinable': 'Medusa has no codes that shut others out',
  },
}
