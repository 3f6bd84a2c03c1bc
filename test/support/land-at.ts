import { createGate } from '../../src/landing/gate.js'
import type { LandingParams } from '../../src/landing/read-landing.js'
import { readLanding } from '../../src/landing/read-landing.js'
import type { Landing } from '../../src/types.js'

export const PARAMS: LandingParams = {
  discount: ['discount'],
  ref: ['ref', 'via', 'cc_ref'],
  token: [],
}

interface LandAtOptions {
  readonly params?: LandingParams
  readonly allow?: string
}

/** What this URL says by the default names and gate, and what of it was dropped. */
export const landAt = (
  url: string,
  { allow, params = PARAMS }: LandAtOptions = {},
): Landing & { readonly dropped: readonly string[] } => {
  const dropped: string[] = []
  const landing = readLanding(url, {
    params,
    gate: createGate(allow),
    dropped: (value) => dropped.push(value),
  })
  return { ...landing, dropped }
}
