import { afterEach, beforeEach, vi } from 'vitest'

import { EVENT_NAMES } from '../../src/event-log.js'
import type { EventDetails, EventName } from '../../src/events.js'
import type { DiscountKeeper, DiscountKeeperOptions } from '../../src/index.js'
import { createDiscountKeeper } from '../../src/index.js'
import { createKeeping } from '../../src/keeping.js'
import { NOON } from '../support/entry.js'
import type { OpenViewOptions } from './open-view.js'
import { openView } from './open-view.js'

const keepers = new Set<DiscountKeeper>()

/** All that a page does within two seconds. */
export const settle = () => vi.advanceTimersByTimeAsync(2000)

/** Time goes by while nobody's timers run, as on a device that sleeps. */
export const sleep = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

export const clearCookies = (): void => {
  for (const pair of document.cookie.split('; '))
    document.cookie = `${pair.split('=')[0]}=; expires=Thu, 01 Jan 1970 00:00:00 GMT`
}

/** Each test gets a new browser at NOON, with a clock that stands until it is moved. */
export const openBrowserForEachTest = (): void => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOON })
    localStorage.clear()
    clearCookies()
  })
  afterEach(() => {
    for (const keeper of keepers) keeper.stop()
    keepers.clear()
    vi.useRealTimers()
  })
}

/** A page view: a keeper of its own on a page of its own, not started yet. */
export const openPage = (options: DiscountKeeperOptions = {}, page: OpenViewOptions = {}) => {
  const opened = openView(page)
  const keeper = createDiscountKeeper(options, {
    now: () => Date.now(),
    view: opened.view,
    // at hand, as from the browser's cache: no test waits for a file
    load: () => Promise.resolve({ createKeeping }),
  })
  keepers.add(keeper)
  const log: { readonly name: EventName; readonly detail: EventDetails[EventName] }[] = []
  for (const name of EVENT_NAMES) keeper.on(name, (detail) => void log.push({ name, detail }))
  return {
    ...opened,
    keeper,
    log,
    /** Names of the events so far, those of grants with the code. */
    told: () =>
      log.map(({ detail, name }) => ('grant' in detail ? `${name} ${detail.grant.code}` : name)),
    errors: () => log.flatMap(({ detail }) => ('error' in detail ? [detail.error.code] : [])),
    codes: () => keeper.grants.map(({ code }) => code),
    statuses: () => keeper.grants.map(({ code, status }) => `${code} ${status}`),
    /** The shopper leaves; what the layers hold stays. */
    leave: () => {
      keeper.stop()
      keepers.delete(keeper)
    },
  }
}

/** A page view that has come to rest. */
export const visit = async (
  options: DiscountKeeperOptions = {},
  page: OpenViewOptions | string = {},
) => {
  const opened = openPage(options, typeof page === 'string' ? { url: page } : page)
  await opened.keeper.start()
  await settle()
  return opened
}
