/** The form in which codes are compared: ASCII letters without case, everything else as it is. */
export const foldCode = (code: string): string =>
  code.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Reads a comma list of codes: trimmed, in order, each code once in its first spelling. */
export const splitCodes = (list: string): string[] => {
  const seen = new Map<string, string>()
  for (const part of list.split(',')) {
    const code = part.trim()
    if (code && !seen.has(foldCode(code))) seen.set(foldCode(code), code)
  }
  return [...seen.values()]
}
