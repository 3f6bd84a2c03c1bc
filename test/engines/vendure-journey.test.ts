// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { leadEngineLives } from './lead-engine-lives.js'
import { openVendureShopper } from './open-vendure-shopper.js'

const open = async () => {
  const shopper = await openVendureShopper('bearer')
  const order = async (): Promise<void> => {
    const placed = await shopper.placeOrder('shopper@shop.example')
    if (placed?.state !== 'PaymentSettled') throw new Error(`The order is ${placed?.state}`)
  }
  return { ...shopper, order }
}

it('in any life on a live Vendure a live discount arrives', async () => {
  const led = await leadEngineLives({ engine: 'vendure', runs: 30, open })
  expect(led.failure).toBeUndefined()
  expect(led.steps).toBeGreaterThan(led.least)
}, 300_000)
