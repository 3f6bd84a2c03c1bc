import type { Events } from '../events.js'
import type { Guard } from '../guard.js'
import type { Inspection } from '../inspect.js'
import type { View } from '../page.js'
import { isInspected } from '../page.js'

export interface BringInspectorOptions {
  readonly inspect: () => Inspection
  readonly on: Events['on']
  readonly guard: Guard
}

/** Answers what shows the inspector, once, on a page that asks for it; the inspector loads on demand. */
export const bringInspector = ({
  guard,
  inspect,
  on,
}: BringInspectorOptions): ((page: View | undefined) => Promise<void> | undefined) => {
  let isShown = false
  return guard(async (page: View | undefined): Promise<void> => {
    if (isShown || !page || !isInspected(page)) return
    isShown = true
    const { showInspector } = await import('./show-inspector.js')
    showInspector({ inspect, on }, page.document)
  })
}
