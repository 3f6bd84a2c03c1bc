import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { DISCOUNT_ATTRIBUTE, MOST_CODES, REF_ATTRIBUTE, VERSION } from '../../src/names.js'
import { NAMESPACE } from '../../src/platforms/woocommerce/to-cart.js'

const plugin = readFileSync('examples/woocommerce/discount-keeper.php', 'utf8')

describe('the plugin for WooCommerce', () => {
  it('keeps what the script sends, under the names that it sends', () => {
    expect(plugin).toContain(`array( '${DISCOUNT_ATTRIBUTE}', '${REF_ATTRIBUTE}' )`)
    expect(plugin).toContain(`SPACE = '${NAMESPACE}'`)
    expect(plugin).toContain(`LONGEST = ${MOST_CODES * 65 - 1};`)
  })

  it('is of the version of the script', () => {
    expect(plugin).toContain(`VERSION = '${VERSION}'`)
    expect(/Version: +(\S+)/.exec(plugin)?.[1]).toBe(VERSION)
  })
})
