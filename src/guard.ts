import { DiscountKeeperError } from './errors.js'

export type Guard = <Arguments extends readonly unknown[], Result>(
  action: (...given: Arguments) => Result,
) => (...given: Arguments) => Result | undefined

/** Makes functions that report what they would throw, and answer undefined instead. */
export const createGuard =
  (report: (error: DiscountKeeperError) => void): Guard =>
  (action) =>
  (...given) => {
    const caught = (cause: unknown): undefined => {
      report(new DiscountKeeperError('CALLBACK', 'A function of the page failed', cause))
    }
    try {
      const result = action(...given)
      // oxlint-disable-next-line no-unsafe-type-assertion -- a promise of what was promised, or of undefined
      return result instanceof Promise ? (result.catch(caught) as typeof result) : result
    } catch (cause) {
      return caught(cause)
    }
  }
