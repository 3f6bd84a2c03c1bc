import { attributionModels } from '../models.js'
import { readPostback } from '../postbacks/postback-template.js'
import type { FillPostback } from '../postbacks/postback-template.js'
import type { ConversionsOptions } from './create-conversions.js'
import { SOURCES } from './merge-reports.js'

interface Check {
  readonly name: keyof ConversionsOptions
  readonly expected: string
  readonly isRight: (given: unknown) => boolean
}

const oneOf =
  (names: readonly string[]) =>
  (given: unknown): boolean =>
    names.some((name) => name === given)
const isFunction = (given: unknown): boolean => typeof given === 'function'

const MODELS = Object.keys(attributionModels)
const CHECKS: readonly Check[] = [
  {
    name: 'model',
    expected: `${MODELS.join(', ')} or a function`,
    isRight: (given) => isFunction(given) || oneOf(MODELS)(given),
  },
  { name: 'lastWord', expected: `one of ${SOURCES.join(', ')}`, isRight: oneOf(SOURCES) },
  {
    name: 'tellAfter',
    expected: 'milliseconds, 0 or more',
    isRight: (given) => Number.isFinite(given) && Number(given) >= 0,
  },
  {
    name: 'requireConsent',
    expected: 'true or false',
    isRight: (given) => typeof given === 'boolean',
  },
]

/** The postbacks by name, ready to be filled. Throws `TypeError` where an option is wrong, and says which. */
export const checkConversions = (
  options: ConversionsOptions,
): readonly (readonly [name: string, fill: FillPostback])[] => {
  for (const { expected, isRight, name } of CHECKS) {
    const given = options[name]
    if (given === undefined || isRight(given)) continue
    throw new TypeError(`Expected ${name} to be ${expected}, got ${JSON.stringify(given)} instead.`)
  }
  return Object.entries(options.postbacks ?? {}).map(
    ([name, template]) => [name, readPostback(template, `postbacks.${name}`)] as const,
  )
}
