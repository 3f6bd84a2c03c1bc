/** A target that knows how many listen to it. */
const openTarget = () => {
  const target = new EventTarget()
  const add = target.addEventListener.bind(target)
  const listening = new Set<object>()
  target.addEventListener = (type, listener, options) => {
    const { signal } = typeof options === 'object' ? options : {}
    if (signal?.aborted) return
    const mark = { type }
    listening.add(mark)
    signal?.addEventListener('abort', () => listening.delete(mark))
    add(type, listener, options)
  }
  return { target, listening }
}

export type LoadStage = 'DOMContentLoaded' | 'load'

/** A page that is still loading, with nothing on it. */
export const openStubPage = () => {
  const page = openTarget()
  const content = openTarget()
  const globals: Record<string, unknown> = {}
  const document = Object.assign(content.target, { cookie: '' })
  const view = Object.assign(page.target, { document })
  const define = (name: string) =>
    Object.defineProperty(view, name, { get: () => globals[name], configurable: true })
  return {
    view: () => view as unknown as Window,
    document,
    window: view as EventTarget,
    /** Puts a global on the page. */
    put: (name: string, value: unknown) => {
      globals[name] = value
      define(name)
    },
    /** How many still listen. */
    listeners: () => page.listening.size + content.listening.size,
    /** Tells that the page has come so far; without a stage, to its end. */
    load: (stage?: LoadStage) => {
      if (stage !== 'load') document.dispatchEvent(new Event('DOMContentLoaded'))
      if (stage !== 'DOMContentLoaded') view.dispatchEvent(new Event('load'))
    },
  }
}

export type StubPage = ReturnType<typeof openStubPage>
