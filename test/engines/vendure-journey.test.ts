// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { leadLives, SEED } from '../journey/lead-lives.js'
import { openVendureLife } from './open-vendure-life.js'

it('in any life on a live Vendure a live discount arrives', { timeout: 300_000 }, async () => {
  const { failure, lives, steps } = await leadLives({
    open: openVendureLife,
    runs: 20,
    isSlow: true,
    command: 'npm run engines -- vendure-journey',
  })
  process.stdout.write(`model on Vendure: ${lives} lives, ${steps} steps, seed ${SEED}\n`)
  expect(failure).toBeUndefined()
  expect(steps).toBeGreaterThan(lives * 4)
})
