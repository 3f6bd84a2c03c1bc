import type { DiscountKeeper } from '../../src/discount-keeper.js'

// These run in a page: they see nothing of this file.

declare global {
  interface Window {
    DiscountKeeper: DiscountKeeper
  }
}

/** The keeper has read its layers, and the passes that follow are over: each holds the lock while it asks the shop. */
export const untilSettled = async (): Promise<void> => {
  // a page that was only just committed has no keeper yet, or the snippet's stub
  if (!(window as Partial<Window>).DiscountKeeper?.on)
    await new Promise((resolve) => {
      addEventListener('load', resolve)
    })
  await new Promise<void>((resolve) => {
    window.DiscountKeeper.on('ready', () => resolve())
  })
  // a pass asks for the lock when the one before it is over: at `ready`, and again at `load`
  for (let pass = 0; pass < 2; pass++) {
    await new Promise((resolve) => {
      setTimeout(resolve)
    })
    await navigator.locks.request('cc_discount_code', () => undefined)
  }
}

/** The grants in force, as `CODE status`. */
export const grantStatuses = (): readonly string[] => {
  const { grants } = (window as Partial<Window>).DiscountKeeper ?? {}
  return grants?.map(({ code, status }) => `${code} ${status}`) ?? ['no keeper yet']
}
