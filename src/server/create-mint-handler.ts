import type { MintOptions } from './mint-options.js'

/** A handler of the Web's own kind: hono, Workers, Deno, Bun and Node's adapters take it as it is. */
export type Handler = (request: Request) => Promise<Response>

/**
 * Answers a browser that asks for the code of its checkout. Stateless: the same checkout gets the same code from every
 * process that has the same keys. Throws a `DiscountKeeperError` with code `OPTION` where an option is wrong.
 */
export const createMintHandler =
  (options: MintOptions): Handler =>
  () =>
    Promise.reject(new Error(`not yet ${options.codeHours}`))
