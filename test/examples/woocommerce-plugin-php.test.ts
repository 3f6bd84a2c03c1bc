import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DISCOUNT_ATTRIBUTE, REF_ATTRIBUTE, VERSION } from '../../src/names.js'
import { NAMESPACE } from '../../src/platforms/woocommerce/to-cart.js'

const walk = (): Readonly<Record<string, unknown>> =>
  JSON.parse(
    execFileSync(
      'php',
      ['test/support/woocommerce-plugin/run.php', 'examples/woocommerce/discount-keeper.php'],
      { encoding: 'utf8' },
    ),
  )

const BOTH = { [DISCOUNT_ATTRIBUTE]: 'SAVE10', [REF_ATTRIBUTE]: 'amy' }

describe('the plugin for WooCommerce, in PHP', () => {
  const said = walk()

  it('puts the script on the page, with its options', () => {
    const [handle, address, needs, version, how] = said['script'] as readonly unknown[]
    const built = JSON.parse(readFileSync('package.json', 'utf8')).exports
    expect(built).toHaveProperty([`./${basename(String(address))}`])
    expect([handle, needs, version]).toEqual(['discount-keeper', [], VERSION])
    expect(how).toEqual({ strategy: 'defer', in_footer: false })
    expect(said['tag']).toEqual({ id: 'discount-keeper-js', 'data-ttl-days': '14' })
    expect(said['other']).toEqual({ id: 'jquery-js' })
  })

  it('lets carts of the Store API tell the attributes, and take them', () => {
    expect(said['update']).toBe(NAMESPACE)
    expect(said['data']).toEqual(['cart', NAMESPACE, 'ARRAY_A'])
    expect(said['schema']).toEqual([DISCOUNT_ATTRIBUTE, REF_ATTRIBUTE])
    expect(said['kept']).toEqual(BOTH)
  })

  it('keeps nothing but plain text of known names and a bounded length', () => {
    expect(said['bounded']).toEqual({ [DISCOUNT_ATTRIBUTE]: 519, [REF_ATTRIBUTE]: 3 })
    expect(said['replaced']).toEqual({ [DISCOUNT_ATTRIBUTE]: 'SAVE10' })
  })

  it('keeps nothing where there is no session, and forgets an emptied cart', () => {
    expect(said['without_session']).toEqual([])
    expect(said['emptied']).toEqual([])
  })

  it('copies both to the orders of either checkout', () => {
    expect(said['orders']).toEqual({ classic: BOTH, block: BOTH })
  })
})
