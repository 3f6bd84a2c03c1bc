/**
 * `OPTION` a wrong option, thrown at creation · `INPUT` a code or ref the gate dropped · `LAYER` a layer that could not
 * keep a record · `COOL_DOWN` the shop asked to be left alone · `REFUSED` it answered with an error · `OFFLINE` it did not
 * answer · `MINT` no code could be had for this checkout · `CALLBACK` a listener, rule or other function of the page threw.
 */
export type ErrorCode =
  | 'OPTION'
  | 'INPUT'
  | 'LAYER'
  | 'COOL_DOWN'
  | 'REFUSED'
  | 'OFFLINE'
  | 'MINT'
  | 'CALLBACK'

/** The one error type of this library; `code` is stable, the message is for people and holds no discount code. */
export class DiscountKeeperError extends Error {
  readonly code: ErrorCode
  readonly cause: unknown

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message)
    this.name = 'DiscountKeeperError'
    this.code = code
    this.cause = cause
  }
}
