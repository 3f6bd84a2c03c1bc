import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differences } from '../e2e/browsers/differences.js'

describe('the read-me', () => {
  it.each(differences.map(({ says }) => says))('lists a difference between engines: %s', (says) => {
    expect(readFileSync('README.md', 'utf8')).toContain(`- ${says}\n`)
  })
})
