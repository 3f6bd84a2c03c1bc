import type { Place } from './place-on-screen.js'
import type { How } from './tab.js'

// As the protocol names them.
const ENTER = '\uE007'
const CONTROL = '\uE009'

/** What W3C WebDriver takes as a click at a place. */
export const clickAt = ({ x, y }: Place, how: How) => {
  const button = how === 'middle' ? 1 : 0
  const key = (type: string) => ({ type, value: CONTROL })
  const wait = { type: 'pause', duration: 0 }
  const keys = how === 'control' ? [key('keyDown'), wait, wait, key('keyUp')] : []
  return {
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, x, y },
          { type: 'pointerDown', button },
          { type: 'pointerUp', button },
          wait,
        ],
      },
      ...(keys.length ? [{ type: 'key', id: 'keyboard', actions: keys }] : []),
    ],
  }
}

/** The same for Enter, pressed on what has the focus. */
export const PRESS_ENTER = {
  actions: [
    {
      type: 'key',
      id: 'keyboard',
      actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: ENTER })),
    },
  ],
}
