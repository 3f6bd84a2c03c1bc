// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineDiscountNotice } from '../../src/notice/index.js'
import { texts } from './open-notice.js'
import { createStubKeeper } from './stub-keeper.js'

afterEach(() => document.body.replaceChildren())

describe('defineDiscountNotice', () => {
  it('is not called by the import, defines once, and upgrades what is there', async () => {
    expect(customElements.get('discount-notice')).toBeUndefined()
    const early = document.createElement('discount-notice')
    early.keeper = createStubKeeper({ code: 'A', state: 'applied' })
    early.texts = { applied: 'early {code}' }
    document.body.append(early)
    expect(early.shadowRoot).toBeNull()

    const define = vi.spyOn(customElements, 'define')
    defineDiscountNotice()
    defineDiscountNotice()
    expect(define).toHaveBeenCalledTimes(1)
    await Promise.resolve()
    expect(texts(early, 'message')).toEqual(['early A'])
    early.texts = {}
    expect(texts(early, 'message')).toEqual(['A applied'])
  })

  it('defines in the registry it is given', () => {
    const define = vi.fn<CustomElementRegistry['define']>()
    const registry = { get: () => undefined, define } as unknown as CustomElementRegistry
    defineDiscountNotice(registry)
    expect(define).toHaveBeenCalledWith('discount-notice', expect.any(Function))
  })
})

describe('the script', () => {
  it('defines the element when loaded, also twice', async () => {
    await import('../../src/notice/script.js')
    vi.resetModules()
    await import('../../src/notice/script.js')
    expect(customElements.get('discount-notice')).toBeDefined()
  })
})
