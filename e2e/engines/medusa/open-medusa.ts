import { execFileSync } from 'node:child_process'

/** Where the shop is, what it was filled with, and a program that speaks to its database. */
export interface SeededMedusa {
  readonly endpoint: string
  readonly key: string
  /** Opens the Admin API. */
  readonly secretKey: string
  readonly region: string
  readonly variant: string
  readonly psql: readonly string[]
}

/** What a test needs of a cart, or of the order it became. Money is in major units. */
export interface Sold {
  readonly item_total: number
  readonly promotions: readonly { readonly code: string }[]
  readonly metadata: Readonly<Record<string, string>> | null
}

export interface Medusa extends SeededMedusa {
  readonly endCode: (code: string) => Promise<void>
  readonly reviveCode: (code: string) => Promise<void>
  readonly cart: (id: string) => Promise<Sold>
  readonly order: (id: string) => Promise<Sold>
  /** Pays for a cart and makes an order of it, as a payment provider does behind the storefront's back. */
  readonly completeCart: (id: string) => Promise<void>
}

/** Hands on a shop that was started: its address, and what only its owner can do. */
export const openMedusa = (shop: SeededMedusa): Medusa => {
  const [program = '', ...given] = shop.psql
  const query = (command: string): string =>
    execFileSync(program, [...given, command, '-tA'], { encoding: 'utf8' }).trim()
  const setEnd = (code: string, end: string): Promise<void> => {
    query(`update promotion_campaign set ends_at = ${end} where campaign_identifier = '${code}'`)
    return Promise.resolve()
  }
  const ask = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${shop.endpoint}/store/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', 'x-publishable-api-key': shop.key },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as Answer
  }

  return {
    ...shop,
    endCode: (code) => setEnd(code, "'2020-01-01'"),
    reviveCode: (code) => setEnd(code, 'null'),
    cart: async (id) => (await ask<{ cart: Sold }>(`carts/${id}`)).cart,
    order: async (id) => {
      const fields = 'item_total,promotions.code'
      const { order } = await ask<{ order: Sold }>(`orders/${id}?fields=${fields}`)
      // not for the storefront to see
      const metadata = query(`select metadata from "order" where id = '${id}'`)
      return { ...order, metadata: JSON.parse(metadata || 'null') as Sold['metadata'] }
    },
    completeCart: async (id) => {
      await ask(`carts/${id}`, { email: 'amy@shop.example' })
      const { payment_collection: payment } = await ask<{ payment_collection: { id: string } }>(
        'payment-collections',
        { cart_id: id },
      )
      const session = { provider_id: 'pp_system_default' }
      await ask(`payment-collections/${payment.id}/payment-sessions`, session)
      const { type } = await ask<{ type: string }>(`carts/${id}/complete`, {})
      if (type !== 'order') throw new Error(`The cart became no order, but a ${type}`)
    },
  }
}
