import { onTestFinished, vi } from 'vitest'
import type { View } from '../../src/page.js'
import { createRedraw } from '../../src/redraw.js'
import { startHold } from '../../src/safe-code/hold.js'
import { entry } from '../support/entry.js'

export const PATIENCE = 1000
const CART = { id: 'cart', itemCount: 1, attributes: {}, discount: 0 }

/** A code that is due, and made when the test says so. */
const openMinting = () => {
  let finish: () => void = () => undefined
  let fail: () => void = () => undefined
  const minting = {
    isDue: true,
    mint: vi.fn<() => Promise<void>>(
      () =>
        new Promise((resolve, reject) => {
          finish = resolve
          fail = () => reject(new Error('out of order'))
        }),
    ),
    giveUp: vi.fn<() => void>(),
    due: () => (minting.isDue ? [entry({ code: '' })] : []),
    /** The code is there, is not to be had, or is there while another one is due. */
    finish: async (how: 'made' | 'failed' | 'due' = 'made'): Promise<void> => {
      minting.isDue = how === 'due'
      if (how === 'failed') fail()
      else finish()
      await vi.advanceTimersByTimeAsync(0)
    },
  }
  return minting
}

/** jsdom's window with a location that records; the window of the test is none that its events take. */
const openView = (navigation: EventTarget) => {
  const location = {
    assign: vi.fn<(url: string) => void>(),
    replace: vi.fn<(url: string) => void>(),
  }
  const view = {
    addEventListener: window.addEventListener.bind(window),
    document,
    HTMLAnchorElement,
    HTMLFormElement,
    location,
    MouseEvent: function (type: string, init: MouseEventInit) {
      return new MouseEvent(type, { ...init, view: null })
    },
    navigation,
  } as unknown as View
  return { location, view }
}

/** What the browser would do now: follow a link, or submit a form by a control. */
const watchBrowser = (signal: AbortSignal): readonly string[] => {
  const acts: string[] = []
  const act = (event: Event, text: string): void => {
    if (event.defaultPrevented) return
    acts.push(text)
    event.preventDefault()
  }
  window.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest('a')
      if (link) act(event, `follow ${link.getAttribute('href')}`)
    },
    { signal },
  )
  window.addEventListener(
    'submit',
    (event) => act(event, `submit ${event.submitter?.getAttribute('name') ?? 'by nobody'}`),
    { signal },
  )
  return acts
}

/** A page with this content where the hold stands at the ways out, which begin with `/checkout`. */
export const openHold = (content: string) => {
  vi.useFakeTimers()
  document.body.replaceChildren(document.createRange().createContextualFragment(content))
  const over = new AbortController()
  const navigation = new EventTarget()
  const { location, view } = openView(navigation)
  const minting = openMinting()
  const refresh = vi.fn<() => void>()
  const redraw = createRedraw({ refresh })
  const isCheckout = (url: string): boolean =>
    new URL(url, document.baseURI).pathname.startsWith('/checkout')
  startHold({ isCheckout, minting, patience: PATIENCE, redraw, view }, over.signal)
  const closed = new AbortController()
  const acts = watchBrowser(closed.signal)
  onTestFinished(() => {
    over.abort()
    closed.abort()
    vi.useRealTimers()
  })
  const find = (selector: string) => document.querySelector(selector) as HTMLElement
  return {
    acts,
    find,
    location,
    minting,
    refresh,
    stop: () => over.abort(),
    draw: () => redraw.refresh(CART),
    press: (selector: string, init: MouseEventInit = {}): boolean =>
      find(selector).dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...init }),
      ),
    /** Tells whether the navigation goes on. */
    navigate: (url: string, more: object = {}): boolean =>
      navigation.dispatchEvent(
        Object.assign(new Event('navigate', { cancelable: true }), {
          destination: { url, sameDocument: false },
          downloadRequest: null,
          formData: null,
          navigationType: 'push',
          ...more,
        }),
      ),
  }
}
