import { DiscountKeeperError } from '../errors.js'
import type { Grant } from '../types.js'
import type { Meeting, StackingRule } from './stacking.js'

/** Milliseconds: the cart waits for the answer. */
const PATIENCE = 5000

const isGrants = (answer: unknown): answer is readonly Grant[] =>
  Array.isArray(answer) &&
  answer.every((grant: Partial<Grant> | undefined) => typeof grant?.code === 'string')

/** The grants that stand by this rule; rejects where it throws, answers anything else, or nothing within five seconds. */
export const askRule = async (rule: StackingRule, meeting: Meeting): Promise<readonly Grant[]> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const asked: unknown = rule(meeting)
  const late = (_: unknown, reject: (error: unknown) => void): void => {
    const fail = (): void =>
      reject(new DiscountKeeperError('CALLBACK', 'A stacking rule did not answer'))
    timer = setTimeout(fail, PATIENCE)
  }
  const answer: unknown =
    asked instanceof Promise
      ? await Promise.race([asked, new Promise(late)]).finally(() => clearTimeout(timer))
      : asked
  if (isGrants(answer)) return answer
  throw new DiscountKeeperError('CALLBACK', 'A stacking rule has to answer grants')
}
