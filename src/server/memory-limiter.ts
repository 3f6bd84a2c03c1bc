import type { IRateLimiterOptions, RateLimiterAbstract } from 'rate-limiter-flexible'
// @ts-expect-error The package types its root alone, which loads parts of Node; this file its README names for others.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import type { Limiter } from './limits.js'

const Memory: new (options: IRateLimiterOptions) => RateLimiterAbstract = RateLimiterMemory

/** So many requests of one key in so many seconds, counted in this process alone. */
export const memoryLimiter = (points: number, seconds: number): Limiter =>
  new Memory({ points, duration: seconds })
