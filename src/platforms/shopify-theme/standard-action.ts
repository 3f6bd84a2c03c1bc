import { SOURCE } from './refresh-theme.js'
import type { ShopifyWindow, UpdateCart, UpdateCartAnswer } from './shopify-window.js'

/** A theme that has not done it by then is not going to, in milliseconds. */
const PATIENCE = 5000

interface CartEvent {
  readonly context?: unknown
  readonly discountCodes?: unknown
}

/** A theme's way of setting the codes, which redraws its cart as well. */
export interface StandardAction {
  /** The theme has an action of its own that may be called now, and it has not failed on this page. */
  readonly isReady: () => boolean
  /** Sets the whole code list; the codes of the warnings, or undefined where it was not done. Never rejects. */
  readonly setCodes: (codes: readonly string[]) => Promise<readonly string[] | undefined>
  /** It says that it did what it has not done: nobody asks it again on this page. */
  readonly giveUp: () => void
  /** The theme announces what we have it do. */
  readonly isOwnEvent: (event: CartEvent) => boolean
  /** A request of the theme's that it sent, and had answered, for us. */
  readonly isOwnRequest: (entry: PerformanceEntry) => boolean
}

/** An action of the theme's own; Shopify's default one may reload the page, again and again. */
const ownAction = ({ Shopify, document }: ShopifyWindow): UpdateCart | undefined => {
  const update = Shopify?.actions?.updateCart
  return document.readyState !== 'loading' && update?.isDefault?.() === false ? update : undefined
}

/** Rejects where the action fails, and after five seconds. */
const patiently = async (
  update: UpdateCart,
  discountCodes: readonly string[],
): Promise<UpdateCartAnswer> => {
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      controller.abort()
      reject(new Error('The theme did not answer'))
    }, PATIENCE)
  })
  const event = { detail: { sourceId: SOURCE } }
  try {
    return await Promise.race([
      update({ discountCodes }, { signal: controller.signal, event }),
      hung,
    ])
  } finally {
    clearTimeout(timer)
  }
}

const namesOf = (list: unknown): string =>
  Array.isArray(list)
    ? list.map((one: unknown) => (typeof one === 'object' ? Object(one).code : one)).join()
    : ''

/** The standard action of the page's theme, which may come late, or never. */
export const standardAction = (view: () => ShopifyWindow): StandardAction => {
  let isBroken = false
  /** What is being set, or was a moment ago. */
  let asked: readonly string[] | undefined
  /** When an action began and ended, on the clock of the page's performance entries. */
  const spans: (readonly [from: number, to: number])[] = []
  const now = (): number => view().performance?.now() ?? 0

  const attempt = async (codes: readonly string[]): Promise<readonly string[] | undefined> => {
    const update = ownAction(view())
    const answer = update && (await patiently(update, codes))
    if (!answer || answer.userErrors?.length) return undefined
    return (answer.warnings ?? []).map(({ code = '' }) => code)
  }

  return {
    isReady: () => {
      try {
        return !isBroken && !!ownAction(view())
      } catch {
        return false
      }
    },
    setCodes: async (codes) => {
      const from = now()
      asked = codes
      // whatever is wrong with it, the shop itself can be asked
      const warnings = await attempt(codes).catch(() => undefined)
      spans.push([from, now()])
      // some announce it when it is done; whoever sets codes later is somebody else
      setTimeout(() => {
        asked = undefined
      })
      isBroken = !warnings
      return warnings
    },
    giveUp: () => {
      isBroken = true
    },
    isOwnEvent: ({ context, discountCodes }) =>
      !!asked && context === 'standard-action' && namesOf(discountCodes) === namesOf(asked),
    isOwnRequest: ({ duration, startTime }) =>
      spans.some(([from, to]) => from <= startTime && startTime + duration <= to),
  }
}
