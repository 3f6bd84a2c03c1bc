import { describe } from 'vitest'

import { conformsToConsentSource } from './conformance.js'
import { openCookiebot } from './vendors/cookiebot-vendor.js'
import {
  openPlainFunction,
  openPromiseFunction,
  openRejectingFunction,
  openThrowingFunction,
} from './vendors/function-vendor.js'
import { openGoogle } from './vendors/google-vendor.js'
import { openGpp } from './vendors/gpp-vendor.js'
import { openOneTrust } from './vendors/one-trust-vendor.js'
import { openShopify } from './vendors/shopify-vendor.js'
import { openTcf } from './vendors/tcf-vendor.js'
import type { OpenVendor } from './vendors/vendor.js'
import { openWp } from './vendors/wp-vendor.js'

const VENDORS: readonly (readonly [string, OpenVendor])[] = [
  ['shopifyCustomerPrivacy()', openShopify],
  ['wpConsentApi()', openWp],
  ['tcf()', openTcf],
  ['gpp()', openGpp],
  ['oneTrust()', openOneTrust],
  ['cookiebot()', openCookiebot],
  ['googleConsentMode()', openGoogle],
  ['fromFunction() of a plain function', openPlainFunction],
  ['fromFunction() of one that throws until it knows', openThrowingFunction],
  ['fromFunction() of one that promises', openPromiseFunction],
  ['fromFunction() of one whose promise fails until it knows', openRejectingFunction],
]

describe.each(VENDORS)('%s', (_, open) => {
  conformsToConsentSource(open)
})
