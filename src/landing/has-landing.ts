import type { LandingParams } from './read-landing.js'

/** Whether an absolute URL may say something; `readLanding` tells what. */
export const hasLanding = (url: string, { discount, ref }: LandingParams): boolean => {
  const { pathname, searchParams } = new URL(url)
  return (
    pathname.includes('/discount/') || [...discount, ...ref].some((name) => searchParams.has(name))
  )
}
