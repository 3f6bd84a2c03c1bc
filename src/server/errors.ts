/** `UNAVAILABLE` may be tried again · `MISCONFIGURED` not before somebody has changed something. */
export type MintErrorCode = 'UNAVAILABLE' | 'MISCONFIGURED'

/** The one error of minters: the shop did not make the code. The message is for the merchant's log, never for a browser. */
export class MintError extends Error {
  readonly code: MintErrorCode
  readonly cause: unknown

  constructor(code: MintErrorCode, message: string, cause?: unknown) {
    super(message)
    this.name = 'MintError'
    this.code = code
    this.cause = cause
  }
}
