import { bringPart } from '../bring-part.js'
import type { RefreshCookiesOptions } from './refresh-cookies.js'

export interface BringRefresherOptions extends Pick<RefreshCookiesOptions, 'core'> {
  /** Undefined where no option asks for it. */
  readonly endpoint?: string | undefined
}

/** Answers what may be called at any time: has a server keep the cookies where the option asks for it. Never rejects. */
export const bringRefresher = ({
  core,
  endpoint,
}: BringRefresherOptions): (() => Promise<void>) => {
  let bringing: Promise<(() => Promise<void>) | undefined> | undefined
  const bring = async (to: string): Promise<(() => Promise<void>) | undefined> => {
    const part = await bringPart(() => import('./refresh-cookies.js'), core.report)
    return part?.createRefreshCookies({ core, endpoint: to })
  }
  return async () => {
    bringing ??= endpoint ? bring(endpoint) : undefined
    await (
      await bringing
    )?.()
  }
}
