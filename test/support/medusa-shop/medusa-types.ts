/** A code as the shop's owner has set it up; times are milliseconds since 1970. */
export interface MedusaPromotion {
  readonly code: string
  readonly percent: number
  readonly startsAt?: number
  endsAt?: number
  readonly isUsedUp?: boolean
  /** The cart has to be worth this much, in major units. */
  readonly minimum?: number
  /** Comes by itself. */
  readonly isAutomatic?: boolean
}

export interface MedusaLine {
  readonly id: string
  quantity: number
}

export interface MedusaCart {
  readonly id: string
  lines: readonly MedusaLine[]
  /** As last computed: a read does not look again whether they still hold. */
  codes: readonly string[]
  metadata: Readonly<Record<string, unknown>> | null
  completedAt?: string
}

export interface MedusaRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

export interface MedusaShopOptions {
  readonly promotions?: readonly MedusaPromotion[]
  /** What the one product costs, in major units. @default 50 */
  readonly price?: number
  /** What sending it costs, in major units. @default 0 */
  readonly shipping?: number
  /** @default 'usd' */
  readonly currency?: string
}
