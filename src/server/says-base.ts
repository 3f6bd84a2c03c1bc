import { toAscii } from './to-ascii.js'

/** Shorter ones, such as the ids of some shops, stand in a text by chance. */
const SHORTEST = 4

const squeeze = (text: string): string => toAscii(text).replace(/[^A-Z0-9]/g, '')

/** True where a text for shoppers would tell the base discount, separators aside: names and percents are what many are made of. */
export const saysBase = (text: string, base: string): boolean => {
  const secret = squeeze(base)
  return secret.length >= SHORTEST && squeeze(text).includes(secret)
}
