/** What is found along the names, undefined where one of them leads nowhere. A getter of the page may throw. */
export const lookUp = (from: unknown, ...names: readonly string[]): unknown => {
  let found = from
  for (const name of names) {
    if ((typeof found !== 'object' && typeof found !== 'function') || !found) return undefined
    found = Reflect.get(found, name)
  }
  return found
}

/** What the function of this name says, undefined where there is none. It is called on its owner, and may throw. */
export const call = (owner: unknown, name: string, ...given: readonly unknown[]): unknown => {
  const member = lookUp(owner, name)
  return typeof member === 'function' ? Reflect.apply(member, owner, given) : undefined
}
