import { DiscountKeeperError } from '../errors.js'
import type { Kept, Layer } from './layer.js'

export interface ShelfOptions {
  readonly key: string
  /** Whether what a layer holds may be replaced by the text. */
  readonly isOurs: (held: string, text: string) => boolean
  readonly report: (error: DiscountKeeperError) => void
}

/** One key in many layers, any of which may fail: each failure is told once, and the others go on. Never throws. */
export interface Shelf {
  /** `''` for nothing, undefined where the layer could not be read. */
  readonly read: (layer: Layer) => string | undefined
  /** Writes where the layer holds something else than it should. */
  readonly keep: (layer: Layer, before: string | undefined, kept: Kept) => void
  /** True where the layer holds what it was last asked to hold. */
  readonly keeps: (layer: Layer) => boolean
}

export const createShelf = ({ isOurs, key, report }: ShelfOptions): Shelf => {
  const kept = new Map<Layer, boolean>()
  /** Layers that were asked to keep something: some, such as a cart, show it later. */
  const asked = new Set<Layer>()
  const failed = new Set<Layer>()

  const fail = (layer: Layer, cause: unknown): void => {
    kept.set(layer, false)
    if (failed.has(layer)) return
    // whoever is told may look again, and fail again
    failed.add(layer)
    report(new DiscountKeeperError('LAYER', `${layer.name} failed on ${key}`, cause))
  }

  const guarded = <Result>(layer: Layer, action: () => Result): Result | undefined => {
    try {
      const result = action()
      if (result instanceof Promise) result.catch((cause: unknown) => fail(layer, cause))
      return result
    } catch (cause) {
      fail(layer, cause)
      return undefined
    }
  }

  const ask = (layer: Layer, what: Kept): boolean | Promise<unknown> | undefined => {
    if (what.text) asked.add(layer)
    else asked.delete(layer)
    return guarded(layer, () => layer.write(what) ?? true)
  }

  return {
    read: (layer) => {
      const text: unknown = guarded(layer, () => layer.read(key) ?? '')
      return typeof text === 'string' ? text : undefined
    },
    keep: (layer, before, what) => {
      const held = before ?? ''
      const isPending = !held && !what.text && asked.has(layer)
      if (before === what.text && !isPending) return void kept.set(layer, true)
      const done = (isPending || isOurs(held, what.text)) && ask(layer, what)
      kept.set(layer, done === true && before !== undefined)
      if (done instanceof Promise) done.then(() => kept.set(layer, true)).catch(() => undefined)
    },
    keeps: (layer) => !!kept.get(layer),
  }
}
