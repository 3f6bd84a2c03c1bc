import { SOURCE } from './refresh-theme.js'
import type { ShopifyWindow, UpdateCartAnswer } from './shopify-window.js'

/** A theme that has not done it by then is not going to, in milliseconds. */
const PATIENCE = 5000

const hang = (controller: AbortController): readonly [Promise<undefined>, stop: () => void] => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hung = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      controller.abort()
      resolve(undefined)
    }, PATIENCE)
  })
  return [hung, () => clearTimeout(timer)]
}

/**
 * Has the theme's own action set the whole code list. Resolves the codes of its warnings; undefined where it was not done
 * within five seconds, for whatever reason. Never rejects.
 */
export const callAction = async (
  { Shopify, document }: ShopifyWindow,
  discountCodes: readonly string[],
): Promise<readonly string[] | undefined> => {
  const controller = new AbortController()
  const { signal } = controller
  const [hung, stop] = hang(controller)
  const event = { detail: { sourceId: SOURCE } }
  try {
    // what is called before the page is read may not be what the theme will have it be
    const update = document.readyState === 'loading' ? undefined : Shopify?.actions?.updateCart
    const answer: UpdateCartAnswer | undefined = await Promise.race([
      update?.({ discountCodes }, { signal, event }),
      hung,
    ])
    if (!answer || answer.userErrors?.length) return undefined
    return (answer.warnings ?? []).map(({ code = '' }) => code)
  } catch {
    return undefined
  } finally {
    stop()
  }
}
