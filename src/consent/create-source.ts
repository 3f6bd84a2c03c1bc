import type { ConsentSource, Purpose } from '../types.js'

export interface SourceOptions<Name> {
  /** What the vendor calls the things that must be allowed, all of them. */
  readonly attribution: readonly Name[]
  /** Left out, the discount is functional and nobody is asked. */
  readonly discount: readonly Name[] | undefined
  /** The vendor's answer about one of them; anything but a boolean, and a throw, is no answer. */
  readonly ask: (name: Name, purpose: Purpose) => unknown
  /** May throw. */
  readonly watch: NonNullable<ConsentSource['watch']>
}

/** What all sources have in common: one refusal is a refusal, and only when all are allowed is it allowed. */
export const createSource = <Name>(options: SourceOptions<Name>): ConsentSource => {
  const { ask, attribution, discount, watch } = options
  const answer = (names: readonly Name[], purpose: Purpose): boolean | undefined => {
    try {
      const answers = names.map((name) => ask(name, purpose))
      if (answers.includes(false)) return false
      return answers.length && answers.every((one) => one === true) ? true : undefined
    } catch {
      // a stub, or another script's mistake
      return undefined
    }
  }
  return {
    attribution: () => answer(attribution, 'attribution'),
    ...(discount && { discount: () => answer(discount, 'discount') }),
    watch: (changed, signal) => {
      try {
        watch(changed, signal)
      } catch {
        // what was heard of so far is heard of
      }
    },
  }
}
