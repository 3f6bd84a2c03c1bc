import type { ExtensionApi } from '@shopify/web-pixels-extension'
import type { SaleReport } from '../../../../../src/attribution/conversions/merge-reports.js'
import { refusalOf } from '../../../../../src/attribution/conversions/refusal-of.js'
import { fromWebPixel } from '../../../../../src/attribution/sources/from-web-pixel.js'

/** Undefined where it is no https address: then nothing is sent. */
const readEndpoint = (value: unknown): string | undefined => {
  try {
    const { href, protocol } = new URL(String(value))
    return protocol === 'https:' ? href : undefined
  } catch {
    return undefined
  }
}

const read = (event: unknown, taxesIncluded: boolean): SaleReport | undefined => {
  try {
    return fromWebPixel(event, { consent: true, taxesIncluded })
  } catch {
    // the webhook tells what this event does not
    return undefined
  }
}

/**
 * Reports each order once to the endpoint of the settings, with consent to marketing alone: where that comes later on the
 * page, then. Where the shopper refuses on the page, it reports that they do, for orders that it reported before too. Text and not JSON, so that no question goes before it: the page may be gone by the answer.
 */
export const attributionPixel = (api: ExtensionApi): void => {
  const { analytics, customerPrivacy, init, settings } = api
  const endpoint = readEndpoint(settings['endpoint'])
  const orders = new Map<string, SaleReport>()
  const told = new Map<string, boolean>()
  // what is not allowed at first, nobody may have been asked yet
  let answer: boolean | undefined = init.customerPrivacy.marketingAllowed || undefined

  const send = (): void => {
    if (!endpoint || answer === undefined) return
    for (const [orderId, report] of orders) {
      // a refusal stands, so that a yes after it changes nothing
      if (told.get(orderId) === false || told.get(orderId) === answer) continue
      told.set(orderId, answer)
      const body = JSON.stringify(answer ? report : refusalOf(report))
      void fetch(endpoint, { method: 'POST', body, keepalive: true }).catch(() => undefined)
    }
  }
  customerPrivacy.subscribe('visitorConsentCollected', (event) => {
    answer = event.customerPrivacy.marketingAllowed
    send()
  })
  analytics.subscribe('checkout_completed', (event) => {
    const report = read(event, settings['taxesIncluded'] === 'yes')
    if (report && !orders.has(report.orderId)) orders.set(report.orderId, report)
    send()
  })
}
