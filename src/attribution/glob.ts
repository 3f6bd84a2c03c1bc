/** Whether the text matches a glob: `*` any characters, none included, `?` one. At most pattern times text steps. */
export const matchesGlob = (pattern: string, text: string): boolean => {
  let [p, t, star, resume] = [0, 0, -1, 0]
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p
      p += 1
      resume = t
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1
      t += 1
    } else if (star >= 0) {
      p = star + 1
      resume += 1
      t = resume
    } else return false
  }
  return /^\**$/.test(pattern.slice(p))
}

/** The longest run of the glob without wildcards, the first of several. */
export const longestLiteral = (pattern: string): string =>
  pattern.split(/[*?]+/).reduce((longest, run) => (run.length > longest.length ? run : longest), '')
