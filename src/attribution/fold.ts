/** The form in which codes are compared: ASCII letters in lower case, nothing else touched. */
export const fold = (code: string): string =>
  code.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
