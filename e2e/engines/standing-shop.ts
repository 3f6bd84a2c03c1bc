import type { Engine } from './install-engine.js'

/** A live shop, and how to end it. */
export interface StartedShop<Shop> {
  readonly shop: Shop
  readonly stop: () => Promise<void>
  /** Milliseconds that it took to start. */
  readonly boot: number
}

const nameOf = (engine: Engine): string => `STANDING_${engine.toUpperCase()}`

/** Has the stages of a run that this process starts take one shop, which stays until this process ends it. */
export const standBy = (engine: Engine, { boot, shop }: StartedShop<unknown>): void => {
  process.env[nameOf(engine)] = JSON.stringify({ shop, boot })
}

/** The shop that stands for all stages of this run; where none does, one of the caller's own, started now. */
export const openShop = async <Shop>(
  engine: Engine,
  start: () => Promise<Pick<StartedShop<Shop>, 'shop' | 'stop'>>,
): Promise<StartedShop<Shop>> => {
  const standing = process.env[nameOf(engine)]
  if (standing) return { ...JSON.parse(standing), stop: () => Promise.resolve() }
  const began = performance.now()
  const started = await start()
  return { ...started, boot: performance.now() - began }
}
