const digitsOf = (currency: string): number => {
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    // a currency of the shop's own making
    return 2
  }
}

/** An amount in major units, as some shops tell money, in the minor units of its currency: none for JPY, three digits for KWD. */
export const toMinor = (amount: string | number, currency: string): number =>
  Math.round(Number(amount) * 10 ** digitsOf(currency))
