type Parts = readonly [head: string, pairs: readonly string[], hash: string]

const split = (url: string): Parts => {
  const hash = /#.*$/s.exec(url)?.[0] ?? ''
  const bare = url.slice(0, url.length - hash.length)
  const at = (bare + '?').indexOf('?')
  return [bare.slice(0, at), bare.slice(at + 1).split('&'), hash]
}

const join = (head: string, pairs: readonly string[], hash: string): string =>
  head + (pairs.length ? '?' + pairs.join('&') : '') + hash

/** The url with one more parameter at the end of its query; the values are encoded one by one and joined by commas. */
export const withParam = (url: string, name: string, values: readonly string[]): string => {
  const [head, pairs, hash] = split(url)
  const pair = name + '=' + values.map(encodeURIComponent).join()
  return join(head, [...pairs.filter(Boolean), pair], hash)
}

/** The url without the parameters of these names, byte for byte; the very same string where it has none of them. */
export const withoutParams = (url: string, names: readonly string[]): string => {
  const [head, pairs, hash] = split(url)
  // the ampersand keeps a question mark in front of the name, as the browser does
  const nameOf = (pair: string): string => [...new URLSearchParams('&' + pair).keys()][0] ?? ''
  const others = pairs.filter((pair) => !names.includes(nameOf(pair)))
  return others.length < pairs.length ? join(head, others, hash) : url
}
