/** Codes and refs compare without case; the gate lets only ASCII in, so this is ASCII folding. */
export const isSame = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()
