const SHAPE = /^[\w-]{1,1000}(\.[\w-]{1,1000}){2}$/

/** What a signed link token looks like: opaque to the browser, and never longer than 1,024 characters. */
export const isToken = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= 1024 && SHAPE.test(text)
