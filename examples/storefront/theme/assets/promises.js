const REASONS = {
  DISCOUNT_CODE_NOT_HONOURED: 'another code stands instead',
  DISCOUNT_CURRENTLY_INACTIVE: 'not active at this time',
  DISCOUNT_PURCHASE_NOT_IN_RANGE: 'the cart is not worth enough',
  UNKNOWN: 'the shop does not honour it as the cart stands',
}

const STORIES = {
  held: 'kept for the first cart',
  applied: 'takes money off',
  waiting: 'on the cart, takes nothing off yet',
  rejected: 'does not stand',
  expired: 'has ended',
  removed: 'was taken off by hand',
  consumed: 'was used by an order',
}

const EVENTS = 'granted applied waiting rejected expiring expired removed consumed'.split(' ')

/** Its code, or what the link said while there is none. */
const nameOf = ({ code, promise = {} }) =>
  code || promise.discount || (promise.token ? 'a signed link' : `${promise.ref}'s link`)

/** One line a promise, whatever code it has by now. */
const keyOf = ({ code, promise = {} }) => promise.discount || promise.token || promise.ref || code

const line = (grant) => {
  const item = document.createElement('li')
  item.dataset.promise = `${grant.code} ${grant.status}`
  const code = document.createElement('strong')
  code.textContent = nameOf(grant)
  const why = REASONS[grant.reason]
  item.append(code, ` ${STORIES[grant.status]}${why ? `: ${why}` : ''}`)
  return item
}

/** Calls back with the keeper once it is on the page, and says so where it cannot be. */
export const withKeeper = (act, trouble) => {
  if (window.DiscountKeeper?.start) act(window.DiscountKeeper)
  else trouble?.('The keeper on this page does not know what it was asked for.')
}

// What is over is in the records only, and the landing was before this script came.
const remembered = (keeper) => {
  const records = keeper.inspect().layers.filter(({ key }) => key === 'cc_discount_code')
  for (const { value } of records) {
    try {
      return JSON.parse(value).grants
    } catch {}
  }
  return []
}

const nothing = () =>
  Object.assign(document.createElement('li'), { textContent: 'Nothing is promised yet.' })

/** Shows every promise with what became of it, in `[data-promises]`, from now on. */
export const followPromises = (keeper, changed = () => {}) => {
  const grants = new Map()
  const list = document.querySelector('[data-promises]')
  const draw = () => {
    for (const grant of [...remembered(keeper).filter(({ stale }) => !stale), ...keeper.grants])
      grants.set(keyOf(grant), grant)
    const lines = [...grants.values()].map(line)
    list.replaceChildren(...(lines.length > 0 ? lines : [nothing()]))
    changed([...grants.values()])
  }
  for (const name of EVENTS)
    keeper.on(name, ({ grant }) => {
      grants.set(keyOf(grant), grant)
      draw()
    })
  keeper.on('ready', draw)
}
