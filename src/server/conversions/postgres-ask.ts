/** A row as PostgreSQL answers it. */
export type Row = Readonly<Record<string, unknown>>

/** What is needed of a pool of connections: `Pool` of the package `pg` has it, and so have its like. */
export interface PostgresPool {
  readonly query: (text: string, values: unknown[]) => Promise<{ readonly rows: readonly Row[] }>
}

/** Asks one statement and answers its rows. */
export type AskPostgres = (text: string, values: unknown[]) => Promise<readonly Row[]>

/** PostgreSQL has no such character; null is how it says that there is nothing. */
export const column = (text: string | undefined): string | null =>
  text?.split('\0').join('') ?? null
