const V4 = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i

const groupsOf = (part: string): readonly string[] => (part ? part.split(':') : [])

const spreadOut = (address: string): readonly string[] => {
  const [head = '', tail, ...rest] = address.split('::')
  const front = groupsOf(head)
  if (tail === undefined || rest.length) return front
  const back = groupsOf(tail)
  return [
    ...front,
    ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'),
    ...back,
  ]
}

/**
 * What one subscriber has of addresses, as text: a /24 of IPv4 or a /48 of IPv6. Addresses that cannot be read share
 * one name: nobody gets a share of their own by sending nonsense.
 */
export const addressPrefix = (address: string | undefined): string => {
  const [, v4] = V4.exec(address ?? '') ?? []
  if (v4) return `${v4}.0/24`
  const groups = spreadOut((address ?? '').replace(/%.*$/, ''))
  if (groups.length !== 8 || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group)))
    return 'unknown'
  const prefix = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16))
  return `${prefix.join(':')}::/48`
}
