import type { Layer } from './layer.js'

/** Lives until cleared; Safari clears it after seven days of use without a click or key on the site. */
export const localStorageLayer = (
  // a getter, since naming localStorage throws where storage is blocked
  storage: () => Storage = () => localStorage,
): Layer => ({
  name: 'local-storage',
  durability: 'browser',
  read: (key) => storage().getItem(key),
  write: ({ key, text }) => (text ? storage().setItem(key, text) : storage().removeItem(key)),
})
