import { DiscountKeeperError } from './errors.js'

/** What is a file of its own and loads on demand; undefined where it did not load, which is reported. Never rejects. */
export const bringPart = async <Part>(
  load: () => Promise<Part>,
  report: (error: DiscountKeeperError) => void,
): Promise<Part | undefined> => {
  try {
    return await load()
  } catch (cause) {
    report(new DiscountKeeperError('OFFLINE', 'A part of this script did not load', cause))
    return undefined
  }
}
