import { root } from './cart-client.js'

// What the platform puts on every page, whatever the theme: actions that any script may call. One that the theme
// has not configured writes and then reloads the page, since nobody knows how this theme redraws its cart.

const send = async (change, signal) => {
  const response = await fetch(`${root()}api/standard/cart.json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(change),
    signal,
  })
  if (!response.ok) throw new Error('The cart could not be updated.')
  return response.json()
}

const reload = async (change, { signal }) => {
  const answer = await send(change, signal)
  window.location.reload()
  return answer
}

const dispatch = (name, data) =>
  document.body.dispatchEvent(
    Object.assign(new Event(`shopify:cart:${name}`, { bubbles: true }), data),
  )

// An action announces itself, configured or not, as it starts.
const announce = (change, promise, { context = 'standard-action', detail } = {}) => {
  const { attributes, discountCodes, note } = change
  const about = { context, detail, promise }
  if (discountCodes)
    dispatch('discount-update', {
      ...about,
      discountCodes: discountCodes.map((code) => ({ code })),
    })
  if (attributes) dispatch('attributes-update', { ...about, attributes })
  if (note !== undefined) dispatch('note-update', { ...about, note })
}

const createAction = (defaultHandler, emit = () => {}) => {
  let handler = defaultHandler
  const action = (change, { signal, event } = {}) => {
    const promise = Promise.resolve().then(() => handler(change, { signal, send }))
    promise.catch(() => {})
    emit(change, promise, event)
    return promise
  }
  return Object.assign(action, {
    isDefault: () => handler === defaultHandler,
    configure: (own) => {
      handler = own
    },
  })
}

window.Shopify.actions = { updateCart: createAction(reload, announce) }
