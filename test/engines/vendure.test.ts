// @vitest-environment jsdom
import { conformsToPlatform } from '../platforms/conformance.js'
import { openVendureShopper } from './open-vendure-shopper.js'
import { traits } from './vendure-traits.js'

conformsToPlatform('vendure, bearer (live)', {
  ...traits,
  open: () => openVendureShopper('bearer'),
})
conformsToPlatform('vendure, cookie (live)', {
  ...traits,
  open: () => openVendureShopper('cookie'),
})
