import type { Session } from './open-pipe.js'

/** A place in the window, in its pixels. */
interface Place {
  readonly x: number
  readonly y: number
}

// As the protocol counts it.
const CONTROL = 2

/** Presses and releases a button of the mouse at a place. */
export const pressMouse = async (
  page: Session,
  place: Place,
  how: 'left' | 'middle' | 'control' = 'left',
): Promise<void> => {
  const isControl = how === 'control'
  const modifiers = isControl ? CONTROL : 0
  const button = how === 'middle' ? 'middle' : 'left'
  const key = { key: 'Control', code: 'ControlLeft', windowsVirtualKeyCode: 17 }
  const press = { modifiers, button, clickCount: 1 }
  const sendKey = (type: string, held: number) =>
    page.send('Input.dispatchKeyEvent', { type, modifiers: held, ...key })
  const sendMouse = (type: string, more: object = {}) =>
    page.send('Input.dispatchMouseEvent', { type, ...place, ...more })
  await Promise.all([
    sendMouse('mouseMoved'),
    ...(isControl ? [sendKey('rawKeyDown', CONTROL)] : []),
    sendMouse('mousePressed', press),
    sendMouse('mouseReleased', press),
    ...(isControl ? [sendKey('keyUp', 0)] : []),
  ])
}

/** Presses Enter on what has the focus. */
export const pressEnter = async (page: Session): Promise<void> => {
  const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
  await Promise.all([
    page.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...key }),
    page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ])
}
