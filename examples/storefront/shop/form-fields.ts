/** A request body as the cart reads it: names with brackets are opened into objects and lists. */
export type Fields = Readonly<Record<string, unknown>>

type Branch = Record<string, unknown>

/** Whether a value can be read by name. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field as text; lists, objects and nothing have none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''

// Without a prototype, so that a field called `__proto__` is a field like any other.
const branch = (): Branch => Object.create(null) as Branch // oxlint-disable-line no-unsafe-type-assertion

const isBranch = (value: unknown): value is Branch => isFields(value)

const pathOf = (name: string): string[] => {
  const [head = '', ...keys] = name.split('[')
  return [head, ...keys.map((key) => key.replace(/\]$/, ''))]
}

const put = (into: Branch, path: readonly string[], value: string): void => {
  const [head = '', ...rest] = path
  if (rest.length === 0) {
    into[head] = value
  } else if (rest[0] === '') {
    const list: unknown = into[head]
    into[head] = Array.isArray(list) ? [...list, value] : [value]
  } else {
    const inner = into[head]
    const next = isBranch(inner) ? inner : branch()
    into[head] = next
    put(next, rest, value)
  }
}

/** Opens `attributes[a]`, `updates[]`, `items[0][id]` into nested fields; a later value wins. */
export const nestFields = (entries: Iterable<readonly [string, string]>): Fields => {
  const fields = branch()
  for (const [name, value] of entries) put(fields, pathOf(name), value)
  return fields
}
