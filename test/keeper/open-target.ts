/** Somebody who waits for an event. */
export interface Listening {
  readonly type: string
  readonly listener: EventListenerOrEventListenerObject | null
  readonly isOver: () => boolean
  readonly end: () => void
}

/** A target that writes into `listening` who listens. */
export const openTarget = (listening: Listening[]) => {
  const target = new EventTarget()
  const add = target.addEventListener.bind(target)
  const own = new Set<Listening>()
  target.addEventListener = (type, listener, options) => {
    const { once = false, signal } = typeof options === 'object' ? options : {}
    let isOver = false
    const heard = (event: Event): void => {
      if (isOver) return
      isOver = once
      if (typeof listener === 'function') listener.call(target, event)
    }
    const one: Listening = {
      type,
      listener,
      isOver: () => isOver || signal?.aborted === true,
      end: () => {
        isOver = true
      },
    }
    own.add(one)
    listening.push(one)
    add(type, heard, options)
  }
  target.removeEventListener = (type, listener) => {
    for (const one of own) if (one.type === type && one.listener === listener) one.end()
  }
  return target
}
