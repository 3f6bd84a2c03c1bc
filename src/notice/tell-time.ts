const SECOND = 1000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** From here on a notice names the time of day: a distance in minutes would be said anew each minute. */
export const SOON: number = HOUR

export interface Distance {
  readonly count: number
  readonly unit: 'days' | 'hours' | 'minutes'
}

/** How far off, in the largest unit that is not vague: hours up to two days. `round` decides what a part of a unit counts. */
export const distance = (milliseconds: number, round: (count: number) => number): Distance => {
  // a notice due 48 hours before speaks of 2 days, a moment late or not
  const span = Math.round(milliseconds / MINUTE) * MINUTE
  if (span >= 2 * DAY) return { count: round(span / DAY), unit: 'days' }
  if (span >= HOUR) return { count: round(span / HOUR), unit: 'hours' }
  return { count: Math.max(1, span / MINUTE), unit: 'minutes' }
}

const CLOCK = { hour: 'numeric', minute: '2-digit' } as const

/** The time of day. */
export const timeOfDay = (at: number, language: string | undefined): string =>
  new Intl.DateTimeFormat(language, CLOCK).format(at)

/** `in 2 days`; a browser that cannot say that names the day. */
export const sayDistance = (
  { count, unit }: Distance,
  { at, language }: { readonly at: number; readonly language: string | undefined },
): string =>
  'RelativeTimeFormat' in Intl
    ? new Intl.RelativeTimeFormat(language).format(count, unit)
    : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', ...CLOCK }).format(at)

/** `1:02:03` or `02:03`, in the digits of the language; never below zero. */
export const countDown = (milliseconds: number, language: string | undefined): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND))
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60]
  const hours = Math.floor(seconds / 3600)
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 })
  const shown = parts.map((part) => two.format(part))
  if (hours) shown.unshift(new Intl.NumberFormat(language).format(hours))
  return shown.join(':')
}

/** Milliseconds until a notice that far from its time may read differently, a minute at most; 0 for never. */
export const nextChange = (milliseconds: number, countdown: number): number => {
  if (milliseconds <= 0) return 0
  if (milliseconds <= countdown) return milliseconds % SECOND || SECOND
  return Math.min(MINUTE, milliseconds - countdown)
}
