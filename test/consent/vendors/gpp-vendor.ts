import { gpp } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

type Callback = (data: unknown, success: boolean) => void

/** `__gpp` 1.1: it registers a listener at once, and says `ready` last of all that happens. */
export const openGppPage = () => {
  const page = openStubPage()
  const heard = new Map<number, Callback>()
  let last = 0
  let ping: object = {
    gppVersion: '1.1',
    cmpStatus: 'loaded',
    cmpDisplayStatus: 'visible',
    signalStatus: 'not ready',
    applicableSections: [],
    parsedSections: {},
  }
  const tell = (eventName: string, data: unknown, changes: object = {}) => {
    ping = { ...ping, ...changes }
    for (const [listenerId, callback] of heard)
      callback({ eventName, listenerId, data, pingData: ping }, true)
  }
  const api = (command: string, callback: Callback, parameter?: number) => {
    if (typeof callback !== 'function') throw new Error('not as specified')
    if (command === 'addEventListener') {
      heard.set(++last, callback)
      callback(
        { eventName: 'listenerRegistered', listenerId: last, data: true, pingData: ping },
        true,
      )
    } else if (command === 'removeEventListener') {
      const data = heard.delete(parameter ?? 0)
      callback({ eventName: 'listenerRemoved', listenerId: parameter, data, pingData: ping }, true)
    } else throw new Error('no such command')
  }
  return {
    ...page,
    tell,
    /** The whole chain of events that ends in these sections. */
    decide: (applicableSections: readonly unknown[], parsedSections: object) => {
      tell('signalStatus', 'not ready', { signalStatus: 'not ready' })
      tell('cmpDisplayStatus', 'hidden', { cmpDisplayStatus: 'hidden' })
      for (const name of Object.keys(parsedSections))
        tell('sectionChange', name, { applicableSections, parsedSections })
      tell('signalStatus', 'ready', { signalStatus: 'ready', applicableSections, parsedSections })
    },
    arrive: () => page.put('__gpp', api),
    listeners: () => page.listeners() + heard.size,
  }
}

export const openGpp: OpenVendor = ({ asksForDiscount }) => {
  const { arrive, decide, listeners, load, put, tell, view } = openGppPage()
  const broken = (event: unknown, success: unknown = true) =>
    put('__gpp', (command: string, callback: (...told: unknown[]) => void) => {
      if (command === 'addEventListener') callback(event, success)
    })
  const section = [{ Version: 2, PurposeConsent: [1, 7] }]
  const ping = {
    signalStatus: 'ready',
    applicableSections: [2],
    parsedSections: { tcfeuv2: section },
  }
  const brokenPing = (changes: object) =>
    broken({ eventName: 'listenerRegistered', listenerId: 1, pingData: { ...ping, ...changes } })
  return {
    source: gpp({ view, attribution: [7], ...(asksForDiscount && { discount: [1] }) }),
    arrive,
    answer: ({ attribution, discount }) => {
      const PurposeConsent = [...(discount ? [1] : []), ...(attribution ? [7] : [])]
      decide([2], { tcfeuv2: [{ Version: 2, PurposeConsent }] })
    },
    tellAgain: () => tell('signalStatus', 'ready'),
    spoil: [
      (rubbish) => put('__gpp', rubbish),
      broken,
      (rubbish) => broken({ eventName: 'listenerRegistered', listenerId: 1, pingData: rubbish }),
      (rubbish) => broken({ listenerId: 1, pingData: ping }, rubbish),
      (rubbish) => brokenPing({ signalStatus: rubbish }),
      (rubbish) => brokenPing({ applicableSections: rubbish }),
      (rubbish) => brokenPing({ applicableSections: [rubbish] }),
      (rubbish) => brokenPing({ parsedSections: rubbish }),
      (rubbish) => brokenPing({ parsedSections: { tcfeuv2: rubbish } }),
      (rubbish) => brokenPing({ parsedSections: { tcfeuv2: [{ PurposeConsents: [rubbish] }] } }),
      (rubbish) =>
        brokenPing({
          applicableSections: [7],
          parsedSections: { usnat: [{ SaleOptOut: rubbish }] },
        }),
    ],
    load,
    listeners,
  }
}
