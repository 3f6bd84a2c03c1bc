import type { BrowserContext } from '@playwright/test'

/** Collects what goes wrong on any page of the context from now on: policy violations, console errors, uncaught errors. */
export const watchTrouble = async (context: BrowserContext): Promise<readonly string[]> => {
  const trouble: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text())
  })
  context.on('weberror', (error) => trouble.push(error.error().message))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      // oxlint-disable-next-line no-console -- the console reaches the test from every page
      console.error(`violation of ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`)
    })
  })
  return trouble
}
