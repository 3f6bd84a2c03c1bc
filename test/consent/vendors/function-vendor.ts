import type { ConsentAnswer } from '../../../src/consent/index.js'
import { fromFunction } from '../../../src/consent/index.js'
import type { Choice, OpenVendor } from './vendor.js'

/** A page's own functions and its own way to tell of a change. */
const openFunction =
  (give: (value: unknown) => unknown): OpenVendor =>
  ({ asksForDiscount }) => {
    const watching = new Set<() => void>()
    let choice: Partial<Choice> = {}
    const tellAgain = () => {
      for (const changed of watching) changed()
    }
    const asks = (purpose: keyof Choice): ConsentAnswer =>
      (() => give(choice[purpose])) as ConsentAnswer
    return {
      source: fromFunction(asks('attribution'), {
        ...(asksForDiscount && { discount: asks('discount') }),
        watch: (changed, signal) => {
          watching.add(changed)
          signal.addEventListener('abort', () => watching.delete(changed))
        },
      }),
      arrive: () => undefined,
      answer: (given) => {
        choice = given
        tellAgain()
      },
      tellAgain,
      spoil: [
        (rubbish) => {
          choice = { attribution: rubbish as boolean }
          tellAgain()
        },
      ],
      load: () => undefined,
      listeners: () => watching.size,
    }
  }

export const openPlainFunction: OpenVendor = openFunction((value) => value)
export const openPromiseFunction: OpenVendor = openFunction((value) => Promise.resolve(value))
export const openThrowingFunction: OpenVendor = openFunction((value) => {
  if (typeof value !== 'boolean') throw new Error('nobody has answered')
  return value
})
export const openRejectingFunction: OpenVendor = openFunction((value) =>
  typeof value === 'boolean' ? Promise.resolve(value) : Promise.reject(new Error('nobody')),
)
