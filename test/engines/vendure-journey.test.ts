// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { leadLives } from '../journey/lead-lives.js'
import { openVendureLife } from './open-vendure-life.js'

it('in any life on a live Vendure a live discount arrives', { timeout: 300_000 }, async () => {
  const { failure, lives, said, steps } = await leadLives({
    open: openVendureLife,
    name: 'a live Vendure',
    runs: 20,
    isSlow: true,
    command: 'npm run engines -- vendure-journey',
  })
  process.stdout.write(`${said}\n`)
  expect(failure).toBeUndefined()
  expect(steps).toBeGreaterThan(lives * 4)
})
