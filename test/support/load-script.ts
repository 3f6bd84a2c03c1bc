import { vi } from 'vitest'

import type { DiscountKeeper } from '../../src/discount-keeper.js'

/** What `window.DiscountKeeper` may be: a queue before the script ran, the keeper afterwards. */
export interface Host {
  DiscountKeeper?: (Partial<DiscountKeeper> & { q?: unknown }) | undefined
  Shopify?: object | undefined
}

export const host = window as unknown as Host

/** Runs the script-tag entry as a script element with these attributes would, once more for each call. */
export const loadScript = async (
  attributes: Readonly<Record<string, string>> = {},
  entry = (): Promise<unknown> => import('../../src/script.js'),
) => {
  const script = document.createElement('script')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  const currentScript = vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script)
  vi.resetModules()
  await entry()
  currentScript.mockRestore()
  return host.DiscountKeeper as DiscountKeeper & { readonly q: { push: (run: unknown) => void } }
}

/** Collects the details of an event on the document until `stop` is called. */
export const listen = (name: string) => {
  const heard: unknown[] = []
  const stopped = new AbortController()
  document.addEventListener(
    'discount-keeper:' + name,
    (event) => heard.push((event as CustomEvent<unknown>).detail),
    { signal: stopped.signal },
  )
  return { heard, stop: () => stopped.abort() }
}
