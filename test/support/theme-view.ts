import { vi } from 'vitest'

import type { ShopifyWindow } from '../../src/platforms/shopify-theme/shopify-window.js'

/** A cart as `cart.js` answers it. */
export const rawCart = (changes: object = {}): object => ({
  token: 'hWN2token?key=5ecret',
  note: '',
  attributes: {},
  original_total_price: 2000,
  total_price: 2000,
  total_discount: 0,
  item_count: 1,
  items: [{ id: 1, quantity: 1 }],
  currency: 'EUR',
  ...changes,
})

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

export const html = (status: number): Response =>
  new Response('<!doctype html><title>Just a moment</title>', { status })

type Globals = Partial<Record<keyof ShopifyWindow, unknown>>

/** A theme's window around jsdom's document; resource timing shows what `show` is told. */
export const openTheme = (globals: Globals = {}) => {
  const observers = new Set<(entries: readonly Partial<PerformanceEntry>[]) => void>()
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(json(rawCart())))
  const PerformanceObserver = function (tell: (list: object) => void) {
    const hear = (entries: readonly Partial<PerformanceEntry>[]) =>
      tell({ getEntries: () => entries })
    return {
      observe: ({ type }: { readonly type: string }) => type === 'resource' && observers.add(hear),
      disconnect: () => observers.delete(hear),
    }
  }
  const view = {
    document,
    addEventListener: window.addEventListener.bind(window),
    location: { origin: 'https://shop.example' },
    Element,
    fetch,
    PerformanceObserver,
    ...globals,
  } as unknown as ShopifyWindow
  const entry = (path: string) => ({ name: 'https://shop.example' + path })
  const show = (...paths: readonly string[]) => observers.forEach((hear) => hear(paths.map(entry)))
  /** Shows one request that began and ended at these times of `performance.now()`. */
  const showAt = (path: string, from: number, to: number) =>
    observers.forEach((hear) => hear([{ ...entry(path), startTime: from, duration: to - from }]))
  /** Address, method, headers and body of each request. */
  const requests = () =>
    fetch.mock.calls.map(([url, { body, headers, method = 'GET' } = {}]) => ({
      url: url as string,
      method,
      headers,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    }))
  return { fetch, observers, requests, show, showAt, view }
}
