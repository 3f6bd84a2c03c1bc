// @vitest-environment jsdom
import { expect, it } from 'vitest'

import { leadLives } from '../journey/lead-lives.js'
import { lives } from '../journey/steps.js'
import { openVendureLife } from './open-vendure-life.js'

it('in any life on a live Vendure a live discount arrives', { timeout: 300_000 }, async () => {
  const { failure, said, steps, ...led } = await leadLives({
    open: openVendureLife,
    name: 'a live Vendure',
    runs: 30,
    given: lives(120),
    isSlow: true,
    command: 'npm run engines -- vendure-journey',
  })
  process.stdout.write(`${said}\n`)
  expect(failure).toBeUndefined()
  expect(steps).toBeGreaterThan(led.lives * 4)
})
