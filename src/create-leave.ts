import type { MayKeep } from './consent/may-keep.js'
import { mayKeep } from './consent/may-keep.js'
import type { Guard } from './guard.js'
import type { View } from './page.js'
import type { Settings } from './settings.js'

export interface LeaveOptions {
  readonly settings: Settings
  readonly view: () => View | undefined
  readonly guard: Guard
}

export interface Leave {
  /** Nothing may be written here: there is no page, or it is a theme editor's. */
  readonly isInert: () => boolean
  /** What the page's visitor has answered. */
  readonly may: MayKeep
  /** The same where something may be written at all; else undefined. */
  readonly allowed: MayKeep
}

/** Whether this page may remember, and for which purpose. */
export const createLeave = ({ guard, settings, view }: LeaveOptions): Leave => {
  const { consent, platform } = settings
  const isInert = (): boolean => !view() || !!guard(() => platform.inert?.())()
  const may = mayKeep({ consent, platform, navigator: () => view()?.navigator })
  return { isInert, may, allowed: (purpose) => (isInert() ? undefined : may(purpose)) }
}
