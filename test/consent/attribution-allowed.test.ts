import { describe, expect, it } from 'vitest'

import type { AttributionOptions } from '../../src/consent/attribution-allowed.js'
import { attributionAllowed } from '../../src/consent/attribution-allowed.js'
import { generic } from '../../src/platforms/generic.js'
import type { ConsentSource } from '../../src/types.js'

const says = (answer: boolean | undefined): ConsentSource => ({ attribution: () => answer })
const browser = (globalPrivacyControl?: boolean) =>
  ({ globalPrivacyControl }) as unknown as Navigator
const isAllowed = (options: Partial<AttributionOptions>) =>
  attributionAllowed({
    consent: 'granted',
    platform: generic(),
    navigator: () => browser(),
    ...options,
  })()
const onPlatform = (answer: boolean | undefined) => ({
  platform: { ...generic(), consent: () => says(answer) },
})

describe('attributionAllowed()', () => {
  it('follows the option where the page has no source', () => {
    expect(isAllowed({ consent: 'granted' })).toBe(true)
    expect(isAllowed({ consent: undefined })).toBe(true)
    expect(isAllowed({ consent: 'required' })).toBeUndefined()
    const none = { ...generic(), consent: () => undefined }
    expect(isAllowed({ consent: 'required', platform: none })).toBeUndefined()
    expect(isAllowed({ platform: none })).toBe(true)
  })

  it.each([true, false, undefined])('answers %s as the source does', (answer) => {
    expect(isAllowed({ consent: says(answer) })).toBe(answer)
    expect(isAllowed({ consent: 'granted', ...onPlatform(answer) })).toBe(answer)
    expect(isAllowed({ consent: 'required', ...onPlatform(answer) })).toBe(answer)
  })

  it('asks the source of the options before the platform', () => {
    expect(isAllowed({ consent: says(false), ...onPlatform(true) })).toBe(false)
    expect(isAllowed({ consent: says(undefined), ...onPlatform(true) })).toBeUndefined()
  })

  it('is never under Global Privacy Control', () => {
    const navigator = () => browser(true)
    expect(isAllowed({ navigator })).toBe(false)
    expect(isAllowed({ navigator, consent: says(true) })).toBe(false)
    expect(isAllowed({ navigator, ...onPlatform(true) })).toBe(false)
  })

  it('takes a switched-off Global Privacy Control and a missing navigator for none', () => {
    expect(isAllowed({ navigator: () => browser(false) })).toBe(true)
    expect(isAllowed({ navigator: () => undefined })).toBe(true)
  })

  it('takes a source that throws for one that has not answered', () => {
    const stub = {
      attribution: () => {
        throw new TypeError('a consent manager that is not there yet')
      },
    }
    expect(isAllowed({ consent: stub })).toBeUndefined()
    expect(isAllowed({ platform: { ...generic(), consent: () => stub } })).toBeUndefined()
    expect(isAllowed({ platform: { ...generic(), consent: stub.attribution } })).toBeUndefined()
  })

  it.each([['yes'], ['no'], [1], [0], [null], [{}]])(
    'takes %s, which is neither yes nor no, for no answer',
    (answer) => {
      expect(isAllowed({ consent: says(answer as unknown as boolean) })).toBeUndefined()
    },
  )

  it('asks anew each time', () => {
    let answer: boolean | undefined
    let control = false
    const allowed = attributionAllowed({
      consent: { attribution: () => answer },
      platform: generic(),
      navigator: () => browser(control),
    })
    expect(allowed()).toBeUndefined()
    answer = true
    expect(allowed()).toBe(true)
    control = true
    expect(allowed()).toBe(false)
  })
})
