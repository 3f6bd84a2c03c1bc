import { OPTION_ROWS } from '../../../src/check-options.js'

const toKebab = (name: string): string =>
  name.replace(/[A-Z.]/g, (sign) => '-' + sign.replace('.', '').toLowerCase())

/** Rows nobody sets in a shop: the block names the platform; the server that signs links names their parameter. */
const NOT_OFFERED = ['params.token']

/** The `data-*` attributes of every option that text can hold, one for each row; a group is its members. */
export const optionAttributes = (): readonly string[] => {
  const rows = Object.entries<unknown>({ ...OPTION_ROWS }).flatMap(([name, row]) =>
    typeof row === 'object' && row ? Object.keys(row).map((member) => `${name}.${member}`) : [name],
  )
  return rows
    .filter((row) => !rows.some((other) => other.startsWith(row + '.')))
    .filter((row) => !NOT_OFFERED.includes(row))
    .map((row) => `data-${toKebab(row)}`)
}
