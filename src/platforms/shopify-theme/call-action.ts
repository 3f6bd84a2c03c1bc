import { SOURCE } from './refresh-theme.js'
import type { ShopifyWindow, UpdateCartAnswer } from './shopify-window.js'

/** A theme that has not done it by then is not going to, in milliseconds. */
const PATIENCE = 5000

/**
 * Has the theme's own action set the whole code list. Resolves the codes of its warnings; undefined where it was not done
 * within five seconds, for whatever reason. Never rejects.
 */
export const callAction = async (
  { Shopify }: ShopifyWindow,
  discountCodes: readonly string[],
): Promise<readonly string[] | undefined> => {
  const controller = new AbortController()
  const { signal } = controller
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  const hung = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined))
  })
  const event = { detail: { sourceId: SOURCE } }
  try {
    const answer: UpdateCartAnswer | undefined = await Promise.race([
      Shopify?.actions?.updateCart?.({ discountCodes }, { signal, event }),
      hung,
    ])
    if (!answer || answer.userErrors?.length) return undefined
    return (answer.warnings ?? []).map(({ code = '' }) => code)
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
