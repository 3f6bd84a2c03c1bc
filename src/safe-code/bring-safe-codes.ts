import { bringPart } from '../bring-part.js'
import type { SafeCodes } from '../settings.js'
import type { SafeCodesOptions, SafeCodesPart } from './create-safe-codes.js'

export interface BringOptions extends Omit<SafeCodesOptions, 'safeCodes'> {
  readonly safeCodes: SafeCodes | undefined
}

/** What makes codes, brought where the option asks for it; until it is here, and without the option, nothing is done. */
export const bringSafeCodes = ({
  act,
  core,
  platform,
  safeCodes,
  view,
}: BringOptions): SafeCodesPart => {
  let part: SafeCodesPart | undefined
  const bring = async (chosen: SafeCodes): Promise<void> => {
    const brought = await bringPart(() => import('./create-safe-codes.js'), core.report)
    part = brought?.createSafeCodes({ act, core, platform, safeCodes: chosen, view })
  }
  const brought = safeCodes && view() && bring(safeCodes)
  return {
    begin: (signal) => {
      const start = async (): Promise<void> => {
        await brought
        if (signal.aborted) return
        part?.begin(signal)
        part?.look()
      }
      void start()
    },
    look: () => part?.look(),
  }
}
