import type { ExtensionApi } from '@shopify/web-pixels-extension'
import type { SaleReport } from '../../../../../src/attribution/conversions/merge-reports.js'
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
 * page, then. Text and not JSON, so that no question goes before it: the page may be gone by the answer.
 */
export const attributionPixel = (api: ExtensionApi): void => {
  const { analytics, customerPrivacy, init, settings } = api
  const endpoint = readEndpoint(settings['endpoint'])
  const waiting = new Map<string, SaleReport>()
  const told = new Set<string>()
  let isAllowed = init.customerPrivacy.marketingAllowed

  const send = (): void => {
    if (!endpoint || !isAllowed) return
    for (const [orderId, report] of waiting) {
      waiting.delete(orderId)
      told.add(orderId)
      const body = JSON.stringify(report)
      void fetch(endpoint, { method: 'POST', body, keepalive: true }).catch(() => undefined)
    }
  }
  customerPrivacy.subscribe('visitorConsentCollected', (event) => {
    isAllowed = event.customerPrivacy.marketingAllowed
    send()
  })
  analytics.subscribe('checkout_completed', (event) => {
    const report = read(event, settings['taxesIncluded'] === 'yes')
    if (report && !told.has(report.orderId)) waiting.set(report.orderId, report)
    send()
  })
}
