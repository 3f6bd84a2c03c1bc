import type { Amount, Percentage } from './money.js'

/** The state a conversion is born with. */
export type ConversionStatus = 'approved' | 'pending' | 'declined'

/** One step of a ladder: from this on, the rate is another. */
export interface Tier {
  /** What has to be reached, in what `Tiers.by` counts. */
  readonly from: Amount
  readonly percentage?: Percentage | undefined
  readonly fixed?: Amount | undefined
}

/**
 * Which figure climbs the ladder: `sale` the amount of this sale · `sales` how many the publisher made on the offer, this
 * one included · `revenue` what those were worth together, of those in the sale's currency. The last two are counted in the
 * history that is handed over; declined sales do not count.
 */
export interface Tiers {
  readonly by: 'sale' | 'sales' | 'revenue'
  readonly steps: readonly Tier[]
}

/** Another rate for the items of one catalogue. */
export interface Rate {
  readonly percentage?: Percentage | undefined
  /** For each piece. */
  readonly fixedEach?: Amount | undefined
}

/** What a publisher earns of a sale. Members that are absent set no condition. */
export interface Payout {
  /** Of what was paid for the items. */
  readonly percentage?: Percentage | undefined
  /** For the sale as a whole, added to the percentage. */
  readonly fixed?: Amount | undefined
  /** The most that one sale earns. */
  readonly maximum?: Amount | undefined
  readonly tiers?: Tiers | undefined
  /** By catalogue: the first one named here that an item is in sets its rate. */
  readonly rates?: Readonly<Record<string, Rate>> | undefined
  /** Sales that reach this goal earn this much instead of anything above; by the goal's name. */
  readonly goals?: Readonly<Record<string, Amount>> | undefined
  /** Of `fixed`, `maximum`, `fixedEach`, `goals` and the tiers; ISO 4217. Without it they count in the currency of the sale. */
  readonly currency?: string | undefined
  /** `one-time` earns once a customer; `lifetime` on every later sale to this customer too, coupon or not. Default: each sale. */
  readonly span?: 'one-time' | 'lifetime' | undefined
  readonly newCustomersOnly?: boolean | undefined
  /** Of two letters, ISO 3166; a sale whose country is unknown is not paid where countries are named. */
  readonly countries?:
    | { readonly allowed?: readonly string[]; readonly disallowed?: readonly string[] }
    | undefined
  /** Default `approved`. */
  readonly status?: ConversionStatus | undefined
}
