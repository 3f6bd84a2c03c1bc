import { describe, expect, it } from 'vitest'

import { gpp } from '../../src/consent/index.js'
import { openGppPage } from './vendors/gpp-vendor.js'

const openGpp = (options: Parameters<typeof gpp>[0] = {}) => {
  const page = openGppPage()
  const source = gpp({ view: page.view, ...options })
  page.arrive()
  source.watch?.(() => undefined, new AbortController().signal)
  return { ...page, source }
}
const isAllowed = (sections: readonly unknown[], parsed: object): boolean | undefined => {
  const { decide, source } = openGpp()
  decide(sections, parsed)
  return source.attribution()
}
/** As the specification has it: 1 opted out, 2 did not, 0 does not apply. */
const core = (sale: unknown, sharing: unknown = 2, targeted: unknown = 2) => ({
  Version: 1,
  SaleOptOut: sale,
  SharingOptOut: sharing,
  TargetedAdvertisingOptOut: targeted,
})
const gpc = (is: unknown) => ({ GpcSegmentType: 1, Gpc: is })

describe('gpp() in the United States', () => {
  it.each([
    ['nobody opted out', [core(2)], true],
    ['the business does neither', [core(0, 0, 0)], true],
    ['opted out of sale', [core(1)], false],
    ['opted out of sharing', [core(2, 1)], false],
    ['opted out of targeted advertising', [core(2, 2, 1)], false],
    ['Global Privacy Control is on', [core(2), gpc(true)], false],
    ['Global Privacy Control is off', [core(2), gpc(false)], true],
    ['Global Privacy Control is on, as a number', [core(2), gpc(1)], false],
    ['all fields are in one object', { ...core(2), Gpc: true }, false],
    ['all fields are in one object, and nobody opted out', { ...core(2), Gpc: false }, true],
    ['nothing is said of opting out', [{ Version: 1 }], undefined],
    ['an opt-out is no such number', [core(3)], undefined],
  ])('%s', (_, section, is) => {
    expect(isAllowed([7], { usnat: section })).toBe(is)
    expect(isAllowed([8], { usca: section })).toBe(is)
    expect(isAllowed([23], { usmn: section })).toBe(is)
  })

  it('counts an opt-out in any section of theirs', () => {
    expect(isAllowed([7, 8], { usnat: [core(2)], usca: [core(1)] })).toBe(false)
    expect(isAllowed([7, 8], { usnat: [core(2)], usca: [core(2)] })).toBe(true)
  })

  it('has no answer where the section that applies is missing', () => {
    expect(isAllowed([7], {})).toBeUndefined()
    expect(isAllowed([7], { tcfeuv2: [{ PurposeConsent: [1, 7] }] })).toBeUndefined()
    expect(isAllowed([7], { uspv1: [{ Version: 1, SaleOptOut: 2 }] })).toBeUndefined()
  })

  it('has nothing to say of the discount, opted out or not', () => {
    const { decide, source } = openGpp({ discount: [1] })
    decide([7], { usnat: [core(1), gpc(true)] })
    expect([source.attribution(), source.discount?.()]).toEqual([false, true])
  })
})

describe('gpp() in Europe', () => {
  it.each([
    ['by their numbers', { PurposeConsent: [1, 2, 7] }, true],
    ['by their numbers, one missing', { PurposeConsent: [1, 2] }, false],
    ['by their numbers, none', { PurposeConsent: [] }, false],
    ['by position', { PurposeConsents: [true, false, false, false, false, false, true] }, true],
    ['by position, one off', { PurposeConsents: [true, false, false] }, false],
    ['in another way', { PurposeConsents: '1000001' }, undefined],
    ['of numbers that are none', { PurposeConsents: [25] }, undefined],
  ])('takes purposes %s', (_, consents, is) => {
    expect(isAllowed([2], { tcfeuv2: [{ Version: 2, ...consents }] })).toBe(is)
    expect(isAllowed([2], { tcfeuv2: { Version: 2, ...consents } })).toBe(is)
  })
})

describe('gpp()', () => {
  const fine = { usnat: [core(2)], tcfeuv2: [{ PurposeConsent: [1, 7] }] }

  it.each([
    ['none applies', [-1], true],
    ['Europe and the nation allow', [2, 7], true],
    ['another applies as well', [2, 5], undefined],
    ['an unknown one applies', [6], undefined],
    ['it is not known which applies', [], undefined],
    ['the platform has not found out', [0], undefined],
  ])('answers as all sections that apply: %s', (_, sections, is) => {
    expect(isAllowed(sections, fine)).toBe(is)
  })

  it('counts a refusal, whatever the other sections say', () => {
    expect(isAllowed([2, 7], { ...fine, tcfeuv2: [{ PurposeConsent: [1] }] })).toBe(false)
    expect(isAllowed([5, 7], { usnat: [core(1)] })).toBe(false)
  })

  it('has no answer while the platform changes its mind', () => {
    const { decide, source, tell } = openGpp()
    decide([7], fine)
    expect(source.attribution()).toBe(true)
    tell('signalStatus', 'not ready', { signalStatus: 'not ready' })
    expect(source.attribution()).toBeUndefined()
    tell('sectionChange', 'usnat', { parsedSections: { usnat: [core(1)] } })
    expect(source.attribution()).toBeUndefined()
    tell('signalStatus', 'ready', { signalStatus: 'ready' })
    expect(source.attribution()).toBe(false)
  })
})
