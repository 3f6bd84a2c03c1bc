import type { html } from 'hono/html'

export { html, raw } from 'hono/html'

/** Escaped HTML, ready to be put into other HTML. */
export type Html = ReturnType<typeof html>
