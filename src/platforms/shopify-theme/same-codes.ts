const nameOf = (one: unknown): string =>
  String(typeof one === 'string' ? one : Object(one).code).toLowerCase()

const keyOf = (codes: readonly unknown[]): string => codes.map(nameOf).sort().join()

/** The same codes in whatever order and case, as they are or as members `code`; false for what is no list. */
export const sameCodes = (codes: readonly string[], others: unknown): boolean =>
  Array.isArray(others) && keyOf(codes) === keyOf(others)
