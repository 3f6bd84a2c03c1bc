/** Byte for byte: everything outside the query parts concerned stays as it was written. */
const split = (url: string): readonly [head: string, pairs: readonly string[], hash: string] => {
  const hashAt = url.indexOf('#')
  const hash = hashAt < 0 ? '' : url.slice(hashAt)
  const [head = '', ...query] = (hashAt < 0 ? url : url.slice(0, hashAt)).split('?')
  return [head, query.join('?').split('&').filter(Boolean), hash]
}

const join = (head: string, pairs: readonly string[], hash: string): string =>
  head + (pairs.length ? '?' + pairs.join('&') : '') + hash

/** The url with one more parameter at the end of its query; the values are encoded one by one and joined by commas. */
export const withParam = (url: string, name: string, values: readonly string[]): string => {
  const [head, pairs, hash] = split(url)
  return join(head, [...pairs, name + '=' + values.map(encodeURIComponent).join(',')], hash)
}

/** The url without the parameters of these names; all others keep their order and spelling. */
export const withoutParams = (url: string, names: readonly string[]): string => {
  const [head, pairs, hash] = split(url)
  return join(
    head,
    pairs.filter((pair) => !names.includes([...new URLSearchParams(pair).keys()][0] ?? '')),
    hash,
  )
}
