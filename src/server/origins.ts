import { wrongOption } from './wrong-option.js'

const isOrigin = (value: unknown): boolean => {
  try {
    return /^https?:/.test(String(value)) && new URL(String(value)).origin === value
  } catch {
    return false
  }
}

/** Throws a `DiscountKeeperError` unless each is an origin as browsers send it: no path, no default port, no `*`. */
export const checkOrigins = (name: string, origins: readonly string[]): void => {
  const expected = 'origins such as https://shop.example, without a slash at the end'
  if (!Array.isArray(origins) || !origins.length)
    throw wrongOption(name, `a list of ${expected}`, origins)
  for (const origin of origins) if (!isOrigin(origin)) throw wrongOption(name, expected, origin)
}
