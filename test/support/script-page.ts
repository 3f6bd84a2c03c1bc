import Cookies from 'js-cookie'
import { afterEach, beforeEach } from 'vitest'

import { host, listen, loadScript } from './load-script.js'

const open: { stop: () => void }[] = []

/** Collects the details of an event until the test is over. */
export const hear = (name: string) => {
  const ears = listen(name)
  open.push(ears)
  return ears.heard
}

/** Runs the script with these attributes; the test stops the keeper. */
export const load = async (...given: Parameters<typeof loadScript>) => {
  const keeper = await loadScript(...given)
  const { stop } = host.DiscountKeeper ?? {}
  if (stop) open.push({ stop })
  return keeper
}

/** Codes and messages of `error` details. */
export const errors = (heard: readonly unknown[]) =>
  heard.map((detail) => {
    const { code, message } = (detail as { readonly error: { code: string; message: string } })
      .error
    return { code, message }
  })

beforeEach(() => {
  host.DiscountKeeper = undefined
  host.Shopify = undefined
  history.replaceState(undefined, '', '/')
})

afterEach(() => {
  for (const { stop } of open.splice(0)) stop()
  localStorage.clear()
  for (const name of Object.keys(Cookies.get())) Cookies.remove(name)
})
