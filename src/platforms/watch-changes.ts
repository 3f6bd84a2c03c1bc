import type { CartSignal } from '../types.js'
import type { WatchRequestsOptions } from './watch-requests.js'
import { watchRequests } from './watch-requests.js'

type Told = 'changed' | 'stop'

export interface WatchChangesOptions extends Pick<WatchRequestsOptions, Told> {
  /** The app's own way of telling; answers how to stop. */
  readonly watch: ((changed: (signal?: CartSignal) => void) => (() => void) | void) | undefined
  /** What to look at where the app has none. */
  readonly requests: () => Omit<WatchRequestsOptions, Told>
}

/** Tells of changes by the app's own word where it gives one, else by the page's requests to the shop. */
export const watchChanges = ({ changed, requests, stop, watch }: WatchChangesOptions): void => {
  if (!watch) {
    watchRequests({ ...requests(), changed, stop })
    return
  }
  const end = watch((signal = 'codes') => changed(signal))
  stop.addEventListener('abort', () => end?.())
}
