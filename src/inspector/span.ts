const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** A length of time as a person says it: `2 days`, `1 minute`, `5 seconds`. */
export const span = (milliseconds: number): string => {
  const [unit, size] = UNITS.find(([, length]) => milliseconds >= length) ?? ['second', 1000]
  const count = Math.round(Math.max(0, milliseconds) / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** `just now`, `5 minutes ago`, `in 2 days`. */
export const fromNow = (at: number, now: number): string =>
  at > now ? `in ${span(at - now)}` : now - at < 1000 ? 'just now' : `${span(now - at)} ago`
