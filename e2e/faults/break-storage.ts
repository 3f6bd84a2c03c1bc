import type { Row } from './factors.js'

/** As the first version wrote it, with the members in its order: an earlier promise, three days old. */
export const OLD_RECORD = (now: number): string => {
  const DAY = 86_400_000
  const grantedAt = now - 3 * DAY
  const expiresAt = grantedAt + 30 * DAY
  const grant = { code: 'EXTRA5', source: 'link', grantedAt, expiresAt, status: 'held', rev: 0 }
  return JSON.stringify({ v: 1, grants: [grant] })
}

const BLOCKED = `
  const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError') }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, { get: refuse })
  Object.defineProperty(document, 'cookie', { get: refuse, set: refuse })
  navigator.locks.request = () => Promise.reject(new DOMException('No.', 'SecurityError'))`

const FULL = `
  Storage.prototype.setItem = () => { throw new DOMException('Full.', 'QuotaExceededError') }`

const VANISHING = `
  Storage.prototype.setItem = () => {}
  const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
  Object.defineProperty(document, 'cookie', { get: () => get.call(document), set: () => {} })`

/** Whatever is written, an earlier promise is what is read. */
const stale = (now: number): string => `
  Storage.prototype.setItem = () => {}
  Storage.prototype.getItem = (key) => key === 'cc_discount_code' ? ${JSON.stringify(OLD_RECORD(now))} : null`

/** A script for the head of every page, before any other, that breaks what the page could keep anything in. */
export const breakStorage = (storage: Row['storage']): string => {
  const scripts: { readonly [Name in Row['storage']]?: string } = {
    blocked: BLOCKED,
    full: FULL,
    vanishing: VANISHING,
    stale: stale(Date.now()),
    'half cleared': 'localStorage.clear()',
  }
  return scripts[storage] ? `<script>{${scripts[storage]}}</script>` : ''
}
