import { describe, expect, inject, it } from 'vitest'

import { holdsAcrossProcesses } from '../server/minters/conformance/across-processes.js'
import { anOrder } from '../server/minters/conformance/an-order.js'
import { conformsToMinter } from '../server/minters/conformance.js'
import { openMedusaMint } from './open-medusa-mint.js'

conformsToMinter('medusa, live', () => openMedusaMint(inject('medusa')))
holdsAcrossProcesses('medusa, live', () => openMedusaMint(inject('medusa')))

describe('on a live Medusa', () => {
  it('a code works until it ends', async () => {
    const { apply, bases, openMinter } = await openMedusaMint(inject('medusa'))
    const { code } = anOrder({ base: bases.open })
    const endsAt = Date.now() + 4000
    await openMinter().mint(anOrder({ base: bases.open, code, endsAt }))
    expect(await apply(code)).toBe(true)
    await expect.poll(() => apply(code), { timeout: 20_000 }).toBe(false)
  })

  it('of two carts that both have the code, one order gets the discount', async () => {
    const { bases, complete, enter, openMinter } = await openMedusaMint(inject('medusa'))
    const { code, ...order } = anOrder({ base: bases.open })
    await openMinter().mint({ code, ...order })
    const carts = [await enter(code), await enter(code)]
    expect(carts.map(({ discount_total }) => discount_total)).toEqual([10, 10])
    const [first, second] = carts
    expect(await complete(first!)).toBe(1000)
    expect(await complete(second!).catch(() => 'refused')).toBe('refused')
  })

  it('a base may be named by its id', async () => {
    const { bases, buy, idOf, openMinter } = await openMedusaMint(inject('medusa'))
    const order = anOrder({ base: await idOf(bases.open) })
    expect(await openMinter().mint(order)).toBe('minted')
    expect(await buy(order.code)).toBe(1000)
  })
})
