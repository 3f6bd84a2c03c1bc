const digitsOf = (currency: string): number | undefined => {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits
  } catch {
    // no currency of this world
    return undefined
  }
}

/**
 * Reads the shop's amounts as minor units of the currency. The shop counts in decimals of its own choice: two for yen where
 * nobody has said otherwise.
 */
export const minorUnits = (currency: string, decimals: number): ((amount: unknown) => number) => {
  const factor = 10 ** ((digitsOf(currency) ?? decimals) - decimals)
  return (amount) => Math.round(Number(amount ?? 0) * factor)
}
