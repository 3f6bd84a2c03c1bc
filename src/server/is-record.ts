/** Characters; a cookie of 4 KiB has its name and its rules as well. */
const LONGEST = 3584
/** What a cookie may hold unquoted, RFC 6265 section 4.1.1. */
const COOKIE_SAFE = /^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]*$/
/** As another script may have written them; the keeper's own gate looks at each again. */
const BARE_CODES = /^[A-Za-z0-9][!-+--~]{0,63}(,[A-Za-z0-9][!-+--~]{0,63}){0,7}$/

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const isVersioned = (json: string): boolean => {
  try {
    const record: unknown = JSON.parse(json)
    return typeof record === 'object' && record !== null && 'v' in record && 'grants' in record
  } catch {
    return false
  }
}

/** True for the text of a keeper's cookie: its versioned record, a bare list of codes, or `''`, and nothing besides. */
export const isRecord = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST || !COOKIE_SAFE.test(value)) return false
  const text = decode(value)
  return text === '' || (text !== undefined && (isVersioned(text) || BARE_CODES.test(text)))
}
