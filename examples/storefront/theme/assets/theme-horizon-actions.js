// Its cart redraws itself when the action announces the change, so that the action only has to make it.
import './theme-horizon.js'

window.Shopify.actions.updateCart.configure((change, { send, signal }) => send(change, signal))
