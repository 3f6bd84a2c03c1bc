import { ORDER_KEY } from '../../names.js'
import type { VendureOptions } from './vendure-options.js'

/** The code of the order as last read in the present session, for pages that have not asked yet. */
export interface OrderMemory {
  /** Where no order was read, a name that every page view asks anew: the app may have put something in before. */
  readonly read: () => string
  /** Undefined forgets. */
  readonly write: (code: string | undefined) => void
}

/** The end of the token tells sessions apart; the whole is a secret and goes nowhere. Empty where sessions are cookies. */
const sessionName = ({ token }: VendureOptions): string => token?.()?.slice(-8) ?? ''

/** Kept in local storage; where that is blocked, for the page. */
export const createOrderMemory = (options: VendureOptions): OrderMemory => {
  const { view = () => window } = options
  let unkept: string | undefined

  const text = (): string | undefined => {
    try {
      return view().localStorage.getItem(ORDER_KEY) ?? undefined
    } catch {
      return unkept
    }
  }
  const pageName = (): string => {
    try {
      return view().performance.timeOrigin.toString(36)
    } catch {
      return ''
    }
  }
  return {
    read: () => {
      const [session, code] = text()?.split(' ') ?? []
      const name = sessionName(options)
      return code && session === name ? code : name && `${name}.${pageName()}`
    },
    write: (code) => {
      unkept = code && `${sessionName(options)} ${code}`
      if (text() === unkept) return
      try {
        const storage = view().localStorage
        if (unkept) storage.setItem(ORDER_KEY, unkept)
        else storage.removeItem(ORDER_KEY)
      } catch {
        // for the page, then
      }
    },
  }
}
