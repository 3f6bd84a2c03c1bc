import { createClock, createPlace, openLedger } from './open-ledger.js'

/** Two places and a clock, shared by every page view on them. */
export const openViews = () => {
  const [one, two] = [createPlace('one'), createPlace('two')]
  const clock = createClock()
  const { now } = clock
  const layers = [one.layer, two.layer]
  const view = (sliding = false) => {
    const ledger = openLedger({ layers, now, sliding })
    ledger.sync()
    return ledger
  }
  return { clock, one, two, view }
}
