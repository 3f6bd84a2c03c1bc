import { createCartSync } from '../../src/cart/cart-sync.js'
import type { Seen } from '../../src/cart/seen.js'
import type { DiscountKeeperError } from '../../src/errors.js'
import type { Entry } from '../../src/grant/entry.js'
import { find } from '../../src/grant/entry.js'
import type { StackingRule } from '../../src/grant/stacking.js'
import { stackingRules } from '../../src/grant/stacking.js'
import { createGate } from '../../src/landing/gate.js'
import { cartAttributesLayer } from '../../src/layers/cart-attributes.js'
import type { Layer } from '../../src/layers/layer.js'
import { createLedger } from '../../src/layers/ledger.js'
import { DAY, DISCOUNT_KEY, REF_KEY } from '../../src/names.js'
import type { Platform } from '../../src/types.js'
import { entry, NOON } from '../support/entry.js'

/** What one browser keeps: any number of syncs can be opened on it, one a page view. */
export const openBrowser = () => {
  const texts = new Map<string, string>()
  const clock = { now: NOON }
  let seen: Seen = {}
  const layer: Layer = {
    name: 'memory',
    durability: 'browser',
    read: (key) => texts.get(key),
    write: ({ key, text }) => void texts.set(key, text),
  }
  return {
    clock,
    layer,
    consent: { attribution: true },
    seen: {
      read: () => seen,
      write: (change: Seen) => {
        seen = { ...seen, ...change }
      },
      due: () => {
        seen = { ...seen, due: 'codes' }
      },
      tidy: () => undefined,
    },
  }
}

export interface OpenSyncOptions {
  readonly rule?: StackingRule
  readonly pause?: () => Promise<boolean>
  readonly isBlind?: () => boolean
}

/** Reconcile as the keeper wires it, on one page of this browser. */
export const openSync = (
  platform: Platform,
  browser = openBrowser(),
  { isBlind, pause = () => Promise.resolve(true), rule = stackingRules.last }: OpenSyncOptions = {},
) => {
  const { clock, consent, layer, seen } = browser
  const attributes = cartAttributesLayer()
  const errors: DiscountKeeperError[] = []
  const ledger = {
    layers: [layer, attributes],
    gate: createGate(),
    now: () => clock.now,
    ttl: 30 * DAY,
    sliding: false,
    changed: () => undefined,
    report: (error: DiscountKeeperError) => void errors.push(error),
  }
  const discounts = createLedger({ ...ledger, key: DISCOUNT_KEY, allowed: () => true })
  const refs = createLedger({ ...ledger, key: REF_KEY, allowed: () => consent.attribution })
  const syncLayers = (): void => {
    discounts.sync()
    refs.sync()
  }
  const check = createCartSync({
    platform,
    discounts,
    attributes,
    syncLayers,
    seen,
    now: () => clock.now,
    rule,
    pause,
    isBlind,
    isOpen: () => false,
    answered: () => undefined,
    report: ledger.report,
  })
  return {
    browser,
    check,
    discounts,
    errors,
    /** A grant of this code, as a link gives it a moment after the last. */
    grant: (code = 'SAVE10', changes: Partial<Entry> = {}) => {
      clock.now += 1000
      const granted = entry({ code, grantedAt: clock.now, ...changes })
      discounts.sync((entries) => [...entries, granted])
    },
    refer: (code: string) => refs.sync((entries) => [...entries, entry({ code })]),
    end: (code: string, status: Entry['status']) =>
      discounts.sync((entries) =>
        entries.map((line) => (line.code === code ? { ...line, status } : line)),
      ),
    status: (code = 'SAVE10') => find(discounts.all(), code)?.status,
    reason: (code = 'SAVE10') => find(discounts.all(), code)?.reason,
  }
}
