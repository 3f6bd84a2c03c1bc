import { describe, expect, inject, it } from 'vitest'

import { vendureMinter } from '../../src/server/minters/vendure-admin.js'
import { holdsAcrossProcesses } from '../server/minters/conformance/across-processes.js'
import { anOrder } from '../server/minters/conformance/an-order.js'
import { conformsToMinter } from '../server/minters/conformance.js'
import { openVendureMint } from './open-vendure-mint.js'

conformsToMinter('vendure, live', () => openVendureMint(inject('vendure')))
holdsAcrossProcesses('vendure, live', () => openVendureMint(inject('vendure')))

describe('on a live Vendure', () => {
  it('a code works until it ends', async () => {
    const { apply, bases, openMinter } = await openVendureMint(inject('vendure'))
    const { code } = anOrder({ base: bases.open })
    const endsAt = Date.now() + 2000
    await openMinter().mint(anOrder({ base: bases.open, code, endsAt }))
    expect(await apply(code)).toBe('Order')
    await expect.poll(() => apply(code), { timeout: 10_000 }).toBe('CouponCodeExpiredError')
  })

  it('a code of an order that is being paid is used up for others', async () => {
    const { apply, bases, openMinter, startPayment } = await openVendureMint(inject('vendure'))
    const { code, ...order } = anOrder({ base: bases.open })
    await openMinter().mint({ code, ...order })
    await startPayment(code)
    expect(await apply(code)).toBe('CouponCodeLimitError')
  })

  it('a base may be named by its id', async () => {
    const { bases, buy, idOf, openMinter } = await openVendureMint(inject('vendure'))
    const order = anOrder({ base: await idOf(bases.open) })
    expect(await openMinter().mint(order)).toBe('minted')
    expect(await buy(order.code)).toBe(1000)
  })

  it('a session that has ended is told apart from a shop that is down', async () => {
    const { bases } = await openVendureMint(inject('vendure'))
    const stranger = vendureMinter({
      endpoint: `${inject('vendure').url}/admin-api`,
      token: 'f'.repeat(64),
    })
    await expect(stranger.mint(anOrder({ base: bases.open }))).rejects.toMatchObject({
      code: 'MISCONFIGURED',
      message: expect.stringContaining('FORBIDDEN') as string,
    })
  })
})
