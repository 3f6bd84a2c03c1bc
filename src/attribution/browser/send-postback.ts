import { readPostback } from '../postbacks/postback-template.js'
import type { Attribution } from '../types.js'
import { fromPage } from './from-page.js'
import type { FromPageOptions, PageOrder } from './from-page.js'
import { tellOnce } from './tell-once.js'
import type { TellOptions, Told } from './tell-once.js'

/** What a postback of a page is sent by. */
export interface SendPostbackOptions extends TellOptions, FromPageOptions {
  /** What a server of the merchant has found out, where there is one. Default: the link's word, with no commission. */
  readonly attribution?: Partial<Attribution> | undefined
}

/**
 * Tells a network of an order from the thank-you page, once, where no server could: the template is a server's own. It says
 * the affiliate of the link and the first code; the network reckons the rest. Its answer cannot be read, so `sent` means
 * that it went out. Never throws or rejects.
 */
export const sendPostback = async (
  template: string,
  order: PageOrder,
  options: SendPostbackOptions,
): Promise<Told> => {
  try {
    const sale = fromPage(order, options)
    const [code] = sale.codes
    const told = { publisher: sale.ref, code, ...options.attribution }
    const url = readPostback(template)({ ...sale, ...told })
    if (!told.publisher && !told.code) return { state: 'nobody' }
    return await tellOnce(
      {
        key: JSON.stringify([sale.orderId, template]),
        url,
        init: { mode: 'no-cors', credentials: 'omit', cache: 'no-store' },
      },
      options,
    )
  } catch (cause) {
    return { state: 'failed', reason: cause instanceof Error ? cause.message : 'unknown' }
  }
}
