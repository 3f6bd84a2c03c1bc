import { refreshSections } from './sections.js'
import { startStorefront } from './storefront.js'

// Publish and subscribe as globals, the one way a theme of this family tells of its cart.
const OWN = 'storefront'
const subscribers = new Map()

window.subscribe = (name, callback) => {
  const list = subscribers.get(name) ?? new Set()
  subscribers.set(name, list.add(callback))
  return () => list.delete(callback)
}

window.publish = (name, data) =>
  Promise.all([...(subscribers.get(name) ?? [])].map((callback) => callback(data)))

window.subscribe('cart-update', ({ source }) => (source === OWN ? undefined : refreshSections()))

startStorefront({
  announce: (_change, answer) =>
    answer.then(
      (cartData) => window.publish('cart-update', { source: OWN, cartData }),
      () => {},
    ),
})
