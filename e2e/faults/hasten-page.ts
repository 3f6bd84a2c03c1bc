/** How many times faster the short waits of a page go by. */
const RATE = 40
/** Milliseconds: what waits longer waits for something that is not due, as for a shop that never answers. */
const SHORT = 5000

declare global {
  interface Window {
    /** Milliseconds that the page's clock is ahead. */
    ahead: number
    /** Resolves when the script is there with all its parts, and has read what is kept. */
    hasBegun: () => Promise<void>
    /** Resolves when the page has come to rest; false where it was. */
    atRest: () => Promise<boolean>
    /** Sends what a theme sends; resolves when those who watch requests may have seen it. */
    send: (path: string, body: object) => Promise<void>
  }
}

const hasten = ({ rate, short }: { readonly rate: number; readonly short: number }): void => {
  const ask = fetch.bind(window)
  const cancel = window.clearTimeout.bind(window)
  const later = window.setTimeout.bind(window)
  const now = Date.now.bind(Date)
  const elapsed = performance.now.bind(performance)
  const due = new Set<number>()
  let asked = 0
  let calmed: (() => void)[] = []
  const isBusy = (): boolean => asked > 0 || due.size > 0
  const ended = (): void => {
    if (isBusy()) return
    for (const resolve of calmed) resolve()
    calmed = []
  }

  window.ahead = 0
  Date.now = () => now() + window.ahead
  performance.now = () => elapsed() * rate
  Object.assign(window, {
    setTimeout: (task: () => void, delay = 0) => {
      const isShort = delay <= short
      const act = (): void => {
        task()
        due.delete(id)
        ended()
      }
      const id = later(act, isShort ? delay / rate : delay)
      if (isShort) due.add(id)
      return id
    },
    clearTimeout: (id: number) => {
      cancel(id)
      due.delete(id)
      ended()
    },
    fetch: async (...request: Parameters<typeof fetch>) => {
      asked++
      try {
        const response = await ask(...request)
        // read by now, in whatever way it is read
        const { body, headers, status, statusText } = response
        const text = body && (await response.text())
        const copy = new Response(text, { headers, status, statusText })
        return Object.defineProperty(copy, 'url', { value: response.url })
      } finally {
        asked--
        ended()
      }
    },
  })

  window.hasBegun = () =>
    new Promise((resolve) => {
      window.DiscountKeeper.on('ready', () => resolve())
    })
  window.atRest = async () => {
    await window.hasBegun()
    let wasBusy = false
    for (let calm = 0; calm < 3; calm = isBusy() ? 0 : calm + 1) {
      wasBusy ||= isBusy()
      if (isBusy())
        await new Promise<void>((resolve) => {
          calmed.push(resolve)
        })
      await new Promise((resolve) => {
        later(resolve, 4)
      })
      await navigator.locks.request('cc_discount_code', () => undefined)
    }
    return wasBusy
  }

  const seen = (url: string): Promise<void> =>
    new Promise((resolve) => {
      new PerformanceObserver((list, observer) => {
        if (!list.getEntries().some(({ name }) => name === url)) return
        observer.disconnect()
        resolve()
      }).observe({ type: 'resource' })
    })
  window.send = async (path, body) => {
    const done = seen(new URL(path, location.href).href)
    await ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    }).then((response) => response.json())
    await done
  }
}

/** A script for the head of every page: a clock that can be put forward, short waits that pass at once, and a way to know when they are over. */
export const HASTEN = `(${hasten.toString()})(${JSON.stringify({ rate: RATE, short: SHORT })})`
