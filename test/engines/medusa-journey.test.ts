// @vitest-environment jsdom
import { expect, inject, it } from 'vitest'

import { openMedusa } from '../../e2e/engines/medusa/open-medusa.js'
import { openMedusaShopper } from '../support/medusa-shop/open-medusa-shopper.js'
import { leadEngineLives } from './lead-engine-lives.js'

const open = async () => {
  const shop = openMedusa(inject('medusa'))
  const shopper = await openMedusaShopper(shop)
  const order = async (): Promise<void> => {
    await shop.completeCart(String(shopper.cartId()))
    // the app forgets the cart that became an order
    await shopper.loseCart()
  }
  return { ...shopper, order }
}

it('in the lives that were hard once a live discount arrives on a live Medusa', async () => {
  // a step takes fifteen times as long as on Vendure: no others, unless JOURNEY_RUNS asks for them
  const led = await leadEngineLives({ engine: 'medusa', runs: 0, open })
  expect(led.failure).toBeUndefined()
  expect(led.steps).toBeGreaterThan(led.least)
}, 300_000)
