/** What one offer takes off an order: a percentage, or an amount in the shop's own currency. */
export type GrantOffer = {
  /** Up to 64 of `A-Z a-z 0-9 _ -`; shoppers can read it in the token. */
  readonly id: string
  /** What shoppers read beside the discount. */
  readonly message: string
} & (
  | { readonly percentage: number; readonly amountOff?: undefined }
  | { readonly amountOff: number; readonly percentage?: undefined }
)

const isBetween = (value: unknown, most: number): boolean =>
  typeof value === 'number' && value > 0 && value <= most

/** Whether a value, such as one that was read from JSON, is an offer that takes something off. */
export const isGrantOffer = (value: unknown): value is GrantOffer => {
  if (typeof value !== 'object' || !value) return false
  const { amountOff, id, message, percentage }: Partial<Record<keyof GrantOffer, unknown>> = value
  const takesOff =
    amountOff === undefined
      ? isBetween(percentage, 100)
      : percentage === undefined && isBetween(amountOff, 1e9)
  return (
    takesOff &&
    typeof id === 'string' &&
    /^[\w-]{1,64}$/.test(id) &&
    typeof message === 'string' &&
    message !== ''
  )
}
