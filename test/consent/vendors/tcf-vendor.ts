import { tcf } from '../../../src/consent/index.js'
import { openStubPage } from '../open-stub-page.js'
import type { OpenVendor } from './vendor.js'

type Callback = (data: unknown, success: boolean) => void
type TcfCall = readonly [command: string, version: number, callback: Callback, parameter?: number]

/** `__tcfapi` where GDPR applies; told in full to a listener at once, whenever the banner shows and when it is answered. */
export const openTcfPage = () => {
  const page = openStubPage()
  const heard = new Map<number, Callback>()
  let last = 0
  let state: object = {
    gdprApplies: true,
    cmpStatus: 'loaded',
    eventStatus: 'cmpuishown',
    purpose: { consents: {}, legitimateInterests: { 7: true } },
  }
  const tellAgain = () => {
    for (const [listenerId, callback] of heard) callback({ ...state, listenerId }, true)
  }
  const api = (...given: TcfCall) => {
    const [command, version, callback, parameter] = given
    if (version !== 2 || typeof callback !== 'function') throw new Error('not as specified')
    if (command === 'addEventListener') {
      heard.set(++last, callback)
      callback({ ...state, listenerId: last }, true)
    } else if (command === 'removeEventListener') {
      callback(heard.delete(parameter ?? 0), true)
    } else throw new Error('no such command')
  }
  return {
    ...page,
    api,
    tellAgain,
    /** Tells its listeners that the state is another. */
    tell: (changes: object) => {
      state = { ...state, ...changes }
      tellAgain()
    },
    arrive: () => page.put('__tcfapi', api),
    listeners: () => page.listeners() + heard.size,
  }
}

export const openTcf: OpenVendor = ({ asksForDiscount }) => {
  const { arrive, listeners, load, put, tell, tellAgain, view } = openTcfPage()
  /** Answers each listener at once, and never again. */
  const broken = (data: unknown, success: unknown = true) =>
    put('__tcfapi', (command: string, _: number, callback: (...told: unknown[]) => void) => {
      if (command === 'addEventListener') callback(data, success)
    })
  const answered = { gdprApplies: true, eventStatus: 'useractioncomplete', listenerId: 1 }
  return {
    source: tcf({ view, attribution: [7], ...(asksForDiscount && { discount: [1] }) }),
    arrive,
    answer: ({ attribution, discount }) => {
      tell({ eventStatus: 'cmpuishown' })
      const consents = { 1: discount, 7: attribution }
      tell({ eventStatus: 'useractioncomplete', purpose: { consents } })
    },
    tellAgain,
    spoil: [
      (rubbish) => put('__tcfapi', rubbish),
      broken,
      (rubbish) => broken({ ...answered, purpose: { consents: { 7: true } } }, rubbish),
      (rubbish) =>
        broken({ ...answered, purpose: { consents: { 7: true } }, gdprApplies: rubbish }),
      (rubbish) =>
        broken({ ...answered, purpose: { consents: { 7: true } }, eventStatus: rubbish }),
      (rubbish) => broken({ ...answered, purpose: rubbish }),
      (rubbish) => broken({ ...answered, purpose: { consents: { 7: rubbish } } }),
    ],
    load,
    listeners,
  }
}
