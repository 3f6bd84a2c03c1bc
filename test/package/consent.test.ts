import { describe, expect, it } from 'vitest'

import { bundle } from './bundle.js'

const SOURCES = {
  cookiebot: 'cookiebot',
  fromFunction: 'from-function',
  googleConsentMode: 'google-consent-mode',
  gpp: 'gpp',
  oneTrust: 'one-trust',
  shopifyCustomerPrivacy: 'shopify-customer-privacy',
  tcf: 'tcf',
  wpConsentApi: 'wp-consent-api',
}
const names = Object.keys(SOURCES)

/** The sources that a user's bundle holds. */
const brought = async (specifier: string, name: string): Promise<readonly string[]> => {
  const { modules } = await bundle(`import { ${name} } from '${specifier}'\nconsole.log(${name})`)
  return Object.entries(SOURCES).flatMap(([source, file]) =>
    modules.includes(`consent/${file}.js`) ? [source] : [],
  )
}

describe('discount-keeper/consent', () => {
  it.each(names)('brings no other source with %s', async (name) => {
    expect(await brought('discount-keeper/consent', name)).toEqual([name])
  })

  it('brings no source with the manifest', async () => {
    expect(await brought('discount-keeper/consent', 'storageManifest')).toEqual([])
    expect(await brought('discount-keeper', 'storageManifest')).toEqual([])
  })

  it('brings nothing where nothing of it is used', async () => {
    const user = `import * as consent from 'discount-keeper/consent'\nconsole.log('nothing of it')`
    const { code, modules } = await bundle(user)
    expect(modules).toEqual([])
    expect(code).toBe('console.log("nothing of it");')
  })
})

describe('discount-keeper', () => {
  it('brings no consent source with the keeper', async () => {
    expect(await brought('discount-keeper', 'createDiscountKeeper')).toEqual([])
  })
})
