import type { ConsentSource, Purpose } from '../types.js'
import { createSource } from './create-source.js'
import { listenLate } from './listen-late.js'
import { lookUp } from './look-up.js'

export interface GppOptions {
  /** Numbers of TCF purposes, asked where the European section applies. @default [1, 7] */
  readonly attribution?: readonly number[] | undefined
  /** Such as `[1]`. Left out, the discount is functional. No section of the United States has anything to say of it. */
  readonly discount?: readonly number[] | undefined
  /** @default the page's window */
  readonly view?: (() => Window) | undefined
}

const EUROPE = 2
/** The first of the United States: the national one. Those of the states follow. */
const NATION = 7
const MOST_PURPOSES = 24
const OPT_OUTS = ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']

/** A section is a list of its subsections, in some platforms one object that holds all fields. */
const fieldsOf = (section: unknown): object =>
  Object.fromEntries([section].flat().flatMap((part) => Object.entries(part ?? {})))

/** Booleans by position in some platforms, the numbers of those agreed to in others. */
const hasPurpose = (fields: object, purpose: number): boolean | undefined => {
  const consents: unknown = lookUp(fields, 'PurposeConsents') ?? lookUp(fields, 'PurposeConsent')
  if (!Array.isArray(consents)) return undefined
  if (consents.every((id) => Number.isInteger(id) && id > 0 && id <= MOST_PURPOSES))
    return consents.includes(purpose)
  return consents.every((is) => typeof is === 'boolean') ? !!consents[purpose - 1] : undefined
}

/** Opted out of any of the three, in any section that is there, or by Global Privacy Control: no. */
const isUnopposed = (sections: readonly object[]): boolean | undefined => {
  const values = sections.flatMap((fields) => OPT_OUTS.map((name) => lookUp(fields, name)))
  const signals = sections.map((fields) => lookUp(fields, 'Gpc'))
  if (values.includes(1) || signals.includes(true) || signals.includes(1)) return false
  const said = values.filter((value) => value !== undefined)
  return said.length && said.every((value) => value === 0 || value === 2) ? true : undefined
}

/**
 * IAB's Global Privacy Platform 1.1: the European section by its purposes, those of the United States by their opt-outs from
 * sale, sharing and targeted advertising and by their Global Privacy Control subsection. Every section that applies must
 * allow; one that is not known here is no answer. Where none applies nobody is asked: that is a yes.
 */
export const gpp = (options: GppOptions = {}): ConsentSource => {
  const { attribution = [1, 7], discount, view = () => window } = options
  let ping: unknown

  const askSection = (id: unknown, number: number, purpose: Purpose): boolean | undefined => {
    const sections = lookUp(ping, 'parsedSections')
    if (id === EUROPE) return hasPurpose(fieldsOf(lookUp(sections, 'tcfeuv2')), number)
    if (typeof id !== 'number' || id < NATION) return undefined
    if (purpose === 'discount') return true
    const own = Object.entries(sections ?? {}).filter(([name]) => /^us(?!p)/.test(name))
    return isUnopposed(own.map(([, section]) => fieldsOf(section)))
  }

  return createSource({
    attribution,
    discount,
    ask: (number, purpose) => {
      if (lookUp(ping, 'signalStatus') !== 'ready') return undefined
      const applicable = lookUp(ping, 'applicableSections')
      if (!Array.isArray(applicable) || !applicable.length) return undefined
      const answers = applicable.map((id) => (id === -1 ? true : askSection(id, number, purpose)))
      if (answers.includes(false)) return false
      return answers.every(Boolean) ? true : undefined
    },
    watch: (changed, signal) =>
      listenLate({
        view: view(),
        api: '__gpp',
        add: (heard) => ['addEventListener', heard],
        remove: (id) => ['removeEventListener', () => undefined, id],
        heard: (event) => {
          ping = lookUp(event, 'pingData')
          changed()
        },
        signal,
      }),
  })
}
