import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { metadataForWebhook, schemaForWebhook } from 'shopify-webhook-schemas'

export const TOPIC = 'orders/create'
const VERSION = '2026-07'

/** Part of an order, or the whole, as JSON. */
export type Json = Readonly<Record<string, unknown>>

const { response: example } = metadataForWebhook(VERSION, TOPIC) as {
  readonly response: Json & { readonly line_items: readonly Json[] }
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const validate = ajv.compile(schemaForWebhook(VERSION, TOPIC) as object)

/** What keeps a payload from being an order of Shopify, as its schema sees it. */
export const shopifyFaults = (payload: unknown): readonly string[] => {
  validate(payload)
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  )
}

/** An amount as the payload tells it beside the plain text. */
export const bag = (amount: string) => {
  const money = { amount, currency_code: 'USD' }
  return { shop_money: money, presentment_money: money }
}

/** A line of the example in the documentation of Shopify, with other members. */
export const shopifyLine = (said: Json = {}): Json => ({ ...example.line_items[0], ...said })

/** What a discount takes off a line. */
export const allocation = (amount: string): Json => ({
  amount,
  amount_set: bag(amount),
  discount_application_index: 0,
})

/** The example in the documentation of Shopify, paid, with other members. */
export const shopifyOrder = (said: Json = {}): Json => ({
  ...example,
  id: 5_500_000_000_001,
  test: false,
  created_at: '2026-11-21T07:00:00-05:00',
  cancel_reason: null,
  cancelled_at: null,
  financial_status: 'paid',
  ...said,
})
