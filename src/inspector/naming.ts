/** Writes a code or a ref the way it may be shown. */
export type Naming = (value: string) => string

/** Enough to tell one code from another, too little to use it. */
export const redacted: Naming = (value) => {
  const shown = value.length > 4 ? 2 : 1
  return value.slice(0, shown) + '•'.repeat(Math.min(8, Math.max(1, value.length - shown)))
}

export const inFull: Naming = (value) => value

/** A URL, or the query of one, with every parameter's value named. */
export const nameUrl = (url: string, name: Naming): string => {
  const [path = '', query = ''] = url.split('?', 2)
  const pairs = [...new URLSearchParams(query.split('#')[0])].map(
    ([key, value]) => `${key}=${value.split(',').map(name).join()}`,
  )
  const bare = path.replace(
    /(\/discount\/)([^/]+)/,
    (_, door: string, code: string) => door + name(code),
  )
  return pairs.length ? `${bare}?${pairs.join('&')}` : bare
}
