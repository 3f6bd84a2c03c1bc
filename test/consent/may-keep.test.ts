import { describe, expect, it } from 'vitest'

import type { MayKeepOptions } from '../../src/consent/may-keep.js'
import { mayKeep } from '../../src/consent/may-keep.js'
import { generic } from '../../src/platforms/generic.js'
import type { ConsentSource, Purpose } from '../../src/types.js'

const says = (answer: boolean | undefined): ConsentSource => ({ attribution: () => answer })
const browser = (globalPrivacyControl?: boolean) =>
  ({ globalPrivacyControl }) as unknown as Navigator
const may = (purpose: Purpose, options: Partial<MayKeepOptions>) =>
  mayKeep({
    consent: 'granted',
    platform: generic(),
    navigator: () => browser(),
    ...options,
  })(purpose)
const isAllowed = (options: Partial<MayKeepOptions>) => may('attribution', options)
const isDiscountAllowed = (options: Partial<MayKeepOptions>) => may('discount', options)
const onPlatform = (answer: boolean | undefined) => ({
  platform: { ...generic(), consent: () => says(answer) },
})

describe('mayKeep() for the affiliate', () => {
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
    const allowed = mayKeep({
      consent: { attribution: () => answer },
      platform: generic(),
      navigator: () => browser(control),
    })
    expect(allowed('attribution')).toBeUndefined()
    answer = true
    expect(allowed('attribution')).toBe(true)
    control = true
    expect(allowed('attribution')).toBe(false)
  })
})

describe('mayKeep() for the discount', () => {
  it.each(['granted', 'required', undefined] as const)(
    'asks nobody where the option is %s and the page has no source',
    (consent) => {
      expect(isDiscountAllowed({ consent })).toBe(true)
    },
  )

  it.each([true, false, undefined])(
    'asks nobody where the source, which answers %s, has nothing to say of it',
    (answer) => {
      expect(isDiscountAllowed({ consent: says(answer) })).toBe(true)
      expect(isDiscountAllowed(onPlatform(answer))).toBe(true)
    },
  )

  it.each([true, false, undefined])('answers %s as a source does that asks for it', (answer) => {
    const source = { attribution: () => !answer, discount: () => answer }
    expect(isDiscountAllowed({ consent: source })).toBe(answer)
    const platform = { ...generic(), consent: () => source }
    expect(isDiscountAllowed({ platform })).toBe(answer)
    expect(isAllowed({ consent: source })).toBe(!answer)
  })

  it('is not touched by Global Privacy Control', () => {
    const navigator = () => browser(true)
    expect(isDiscountAllowed({ navigator })).toBe(true)
    expect(isDiscountAllowed({ navigator, consent: says(true) })).toBe(true)
    const source = { attribution: () => true, discount: () => true }
    expect(isDiscountAllowed({ navigator, consent: source })).toBe(true)
  })

  it('takes a source that throws for one that has not answered', () => {
    const discount = () => {
      throw new TypeError('a consent manager that is not there yet')
    }
    const consent = { attribution: () => true, discount }
    expect(isDiscountAllowed({ consent })).toBeUndefined()
  })

  it('is functional where the page cannot even say whether it has a source', () => {
    const consent = () => {
      throw new TypeError('a platform without its globals')
    }
    expect(isDiscountAllowed({ platform: { ...generic(), consent } })).toBe(true)
  })

  it.each([['yes'], ['no'], [1], [0], [null], [{}]])(
    'takes %s, which is neither yes nor no, for no answer',
    (answer) => {
      const consent = { attribution: () => true, discount: () => answer as unknown as boolean }
      expect(isDiscountAllowed({ consent })).toBeUndefined()
    },
  )
})
