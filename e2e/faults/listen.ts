import type { BrowserContext, ConsoleMessage, WebError } from '@playwright/test'

/** Hears what is thrown into any page of the context, or said to be an error, until it is asked for what it heard. */
export const listen = (context: BrowserContext): (() => readonly string[]) => {
  const heard: string[] = []
  const said = (message: ConsoleMessage): void => {
    // the browser's own words on a request that failed
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      heard.push(message.text())
  }
  const thrown = (error: WebError): void => void heard.push(String(error.error()))
  context.on('console', said)
  context.on('weberror', thrown)
  return () => {
    context.off('console', said)
    context.off('weberror', thrown)
    return heard
  }
}
