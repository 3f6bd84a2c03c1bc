import { startHorizon } from './start-horizon.js'

startHorizon()
// The cart redraws itself when the action announces the change, so that the action only has to make it.
window.Shopify.actions.updateCart.configure((change, { send, signal }) => send(change, signal))
