import { execFileSync } from 'node:child_process'

/** Where the shop is, what it was filled with, and a program that speaks to its database. */
export interface SeededMedusa {
  readonly endpoint: string
  readonly key: string
  /** Opens the Admin API. */
  readonly secretKey: string
  readonly region: string
  readonly variant: string
  readonly psql: readonly string[]
}

export interface Medusa extends SeededMedusa {
  readonly endCode: (code: string) => Promise<void>
  readonly reviveCode: (code: string) => Promise<void>
}

/** Hands on a shop that was started: its address, and what only its owner can do. */
export const openMedusa = (shop: SeededMedusa): Medusa => {
  const [program = '', ...given] = shop.psql
  const setEnd = (code: string, end: string): Promise<void> => {
    const command = `update promotion_campaign set ends_at = ${end} where campaign_identifier = '${code}'`
    execFileSync(program, [...given, command])
    return Promise.resolve()
  }
  return {
    ...shop,
    endCode: (code) => setEnd(code, "'2020-01-01'"),
    reviveCode: (code) => setEnd(code, 'null'),
  }
}
