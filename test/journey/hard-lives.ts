import { DAY } from '../../src/names.js'
import type { Step } from './steps.js'

const rest = { hurry: false }
const soon = { hurry: true }

/** Lives in which a promise was once broken. */
export const HARD_LIVES: readonly (readonly Step[])[] = [
  // one link, followed twice
  [
    { do: 'add', ...rest },
    { do: 'land', code: 'LINK3', ...rest },
    { do: 'land', code: 'LINK3', ...rest },
    { do: 'take ours off', ...rest },
  ],
  [
    { do: 'land', code: 'LINK3', ...rest },
    { do: 'add', ...rest },
    { do: 'land', code: 'LINK3', ...rest },
    { do: 'set only', code: 'OWN7', ...rest },
  ],
  // a link followed right after its code was taken off
  [
    { do: 'add', ...rest },
    { do: 'land', code: 'Link2', ...rest },
    { do: 'take ours off', ...soon },
    { do: 'land', code: 'Link2', ...rest },
  ],
  // the page is left before the theme's change is read
  [
    { do: 'add', ...rest },
    { do: 'land', code: 'LINK1', ...rest },
    { do: 'take ours off', ...soon },
    { do: 'browse', ...rest },
  ],
  // some shops drop all codes with the last item
  [
    { do: 'add', ...rest },
    { do: 'land', code: 'LINK1', ...rest },
    { do: 'remove item', ...soon },
    { do: 'add', ...soon },
    { do: 'browse', ...rest },
  ],
  // another tab remembers what the layers have lost
  [
    { do: 'land', code: 'LINK1', ref: 'anna', ...rest },
    { do: 'clear', layer: 'storage' },
    { do: 'clear', layer: 'cookie' },
    { do: 'new tab' },
    { do: 'land', code: 'LINK1', ref: 'ben', ...rest },
  ],
  // another tab remembers what the cart has lost
  [
    { do: 'add', ...rest },
    { do: 'land', code: 'LINK1', ...rest },
    { do: 'new tab' },
    { do: 'take ours off', ...rest },
    { do: 'pass', time: 31 * DAY },
  ],
  // an order, and the shopper goes on
  [
    { do: 'add', ...rest },
    { do: 'land', code: 'LINK1', ...rest },
    { do: 'order' },
    { do: 'add', ...rest },
  ],
]
