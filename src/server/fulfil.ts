import { codeWindow } from './code-window.js'
import type { Template } from './compile-template.js'
import { compileTemplate, composeCode } from './compile-template.js'
import { deriveSuffix } from './derive-suffix.js'
import { MintError } from './errors.js'
import { createKeyRing } from './keys.js'
import type { MintOptions } from './mint-options.js'
import type { Minter, Offer } from './types.js'
import type { Verdict } from './verdicts.js'

/** What one checkout gets for an offer in force, at a time in milliseconds since 1970. Rejects where the shop fails. */
export type Fulfil = (offer: Offer, checkout: string, at: number) => Promise<Verdict>

const ANY_NAME = '{FIRSTNAME}{DISCOUNT}'
const CODE_HOURS = 24
/** What the keeper takes for a code. */
const LONGEST_CODE = 64
const MOST_TEMPLATES = 1000

const createTemplates = (): ((template: string) => Template) => {
  const compiled = new Map<string, Template>()
  return (template) => {
    const known = compiled.get(template) ?? compileTemplate(template)
    if (compiled.size >= MOST_TEMPLATES) compiled.clear()
    compiled.set(template, known)
    return known
  }
}

const refuseToGuess = (minter: Minter | undefined): Minter => {
  if (minter) return minter
  throw new MintError('MISCONFIGURED', 'The offer needs a code, and there is no minter.')
}

/** The step that makes something: attributes where `grant` has them, else a code at the shop. */
export const createFulfil = (options: MintOptions): Fulfil => {
  const { codeHours = CODE_HOURS, grant, keys } = options
  const keyRing = createKeyRing(keys)
  const templateOf = createTemplates()

  return async (offer, checkout, at) => {
    const { index, startsAt, endsAt } = codeWindow({ now: at, codeHours, offer })
    const answer = (outcome: 'minted' | 'taken' | 'granted', body: object): Verdict => ({
      status: 200,
      body: { ...body, endsAt },
      report: { outcome, offer: offer.id },
    })
    const attributes = await grant?.({ offer, checkout, startsAt, endsAt })
    if (attributes) return answer('granted', { attributes })

    const minter = refuseToGuess(options.minter)
    const text = templateOf(offer.template ?? ANY_NAME)(offer)
    const suffix = await deriveSuffix(keyRing, [offer.id, checkout, index])
    const code = composeCode(text, suffix, Math.min(minter.longest, LONGEST_CODE))
    const outcome = await minter.mint({ code, base: offer.base, startsAt, endsAt, offer })
    if (outcome === 'minted' || outcome === 'taken') return answer(outcome, { code })
    throw new MintError('MISCONFIGURED', `The minter ${minter.name} did not say what it did.`)
  }
}
