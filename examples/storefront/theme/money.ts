/** Minor units as the shopper reads them. */
export const money = (amount: number): string =>
  `${amount < 0 ? '−' : ''}$${(Math.abs(amount) / 100).toFixed(2)}`
