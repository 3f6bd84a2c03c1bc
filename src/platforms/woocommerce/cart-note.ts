import { CART_KEY } from '../../names.js'

/** What is known of a cart beyond what the shop tells. */
export interface CartNote {
  /** The cart that the rest is about. */
  readonly id?: string | undefined
  /** Codes that put all others off the cart. */
  readonly alone?: readonly string[] | undefined
  /** A code that is being applied, and those that may fall victim to it. */
  readonly trial?: Trial | undefined
}

export interface Trial {
  readonly code: string
  readonly others: readonly string[]
}

export interface CartNotes {
  readonly read: () => CartNote
  /** Changes these members and keeps the others. */
  readonly write: (change: CartNote) => void
  /** From now on it is about another cart. */
  readonly begin: (id: string) => void
}

const isNote = (value: unknown): value is CartNote => {
  const { alone = [], id = '', trial } = (value ?? {}) as CartNote
  return (
    !!value &&
    typeof id === 'string' &&
    Array.isArray(alone) &&
    (!trial || (typeof trial.code === 'string' && Array.isArray(trial.others)))
  )
}

/** Kept in local storage, so that a page that is left in the middle of a write leaves word; where it is blocked, for the page. */
export const cartNotes = (storage: () => Storage): CartNotes => {
  let unkept: CartNote | undefined

  const read = (): CartNote => {
    try {
      const note: unknown = unkept ?? JSON.parse(storage().getItem(CART_KEY) ?? '{}')
      return isNote(note) ? note : {}
    } catch {
      return {}
    }
  }
  const put = (note: CartNote): void => {
    try {
      storage().setItem(CART_KEY, JSON.stringify(note))
      unkept = undefined
    } catch {
      unkept = note
    }
  }
  return { read, write: (change) => put({ ...read(), ...change }), begin: (id) => put({ id }) }
}
