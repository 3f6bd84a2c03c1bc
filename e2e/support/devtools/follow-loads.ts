import type { Session } from './open-pipe.js'

/** What the documents of a tab did since they are followed, in turn. */
export interface Loads {
  /** Resolves once the document of this loader, or else the next one, has come, or one after it, and is loaded. */
  readonly loaded: (loader?: string) => Promise<void>
  /** The same as soon as it has come. */
  readonly came: (loader?: string) => Promise<void>
  readonly stop: () => void
}

interface Frame {
  readonly loaderId: string
  readonly parentId?: string
}

const LOADED = 'loaded'

/** Follows what a tab loads from now on. */
export const followLoads = (page: Session): Loads => {
  const steps: string[] = []
  const waiting = new Set<() => void>()
  const add = (step: string): void => {
    steps.push(step)
    for (const look of waiting) look()
  }
  const until = (is: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!is()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const placeOf = (loader?: string): number =>
    steps.findIndex((step) => (loader === undefined ? step !== LOADED : step === loader))
  const stops = [
    page.on('Page.frameNavigated', ({ frame }) => {
      const { loaderId, parentId } = frame as Frame
      if (parentId === undefined) add(loaderId)
    }),
    page.on('Page.loadEventFired', () => add(LOADED)),
  ]
  return {
    came: (loader) => until(() => placeOf(loader) >= 0),
    loaded: (loader) =>
      until(() => {
        const at = placeOf(loader)
        return at >= 0 && steps.includes(LOADED, at)
      }),
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
