import type { LandingParams } from './read-landing.js'

/** Whether an absolute URL may say something; `readLanding` tells what. */
export const hasLanding = (url: string, params: LandingParams): boolean => {
  const { pathname, searchParams } = new URL(url)
  return (
    pathname.includes('/discount/') ||
    Object.values(params)
      .flat()
      .some((name) => searchParams.has(name))
  )
}
