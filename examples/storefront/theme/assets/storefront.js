import { getCart, postCart } from './cart-client.js'
import { bindDrawer, openDrawer } from './drawer.js'
import { bindExits } from './exits.js'
import { refreshSections } from './sections.js'

const say = (text) => {
  // While the drawer is open the page behind it is silent, so both places say it.
  for (const place of document.querySelectorAll('[data-message]')) place.textContent = text
}

const sameCode = (one, other) => one.toLowerCase() === other.toLowerCase()

const codesOnCart = async () => (await getCart()).discount_codes?.map(({ code }) => code) ?? []

const discountWrite = (list) => ({
  change: { kind: 'discount', codes: list },
  run: () => postCart('update', { discount: list.join(',') }),
})

const lineWrite = (action, run) => ({ change: { kind: 'lines', action }, run })

/**
 * The cart of the theme. `announce(change, promise)` is told of each write as it starts, with the promise of
 * its answer; `codesToKeep(form)` says which codes the next one typed joins.
 */
export const startStorefront = ({ announce = () => {}, codesToKeep = codesOnCart } = {}) => {
  const write = async ({ change, run }) => {
    say('')
    const answer = run()
    announce(change, answer)
    try {
      const result = await answer
      await refreshSections()
      return result
    } catch (error) {
      say(error.message)
      await refreshSections()
      return undefined
    }
  }

  const addProduct = async (form) => {
    const added = await write(lineWrite('add', () => postCart('add', new FormData(form))))
    if (added) openDrawer()
  }

  const addCode = async (form) => {
    const code = new FormData(form).get('discount').trim()
    if (!code) return
    const kept = (await codesToKeep(form)).filter((other) => !sameCode(other, code))
    const cart = await write(discountWrite([...kept, code]))
    const held = cart?.discount_codes?.find((other) => sameCode(other.code, code))
    if (cart) say(held?.applicable ? `${code} is applied.` : `${code} does not apply to this cart.`)
  }

  const removeCode = async (button) => {
    const kept = await codesToKeep(button.closest('form'))
    await write(discountWrite(kept.filter((code) => !sameCode(code, button.dataset.removeCode))))
  }

  const changeLine = (line, quantity) =>
    write(
      lineWrite(quantity > 0 ? 'update' : 'remove', () =>
        postCart('change', { line: Number(line), quantity: Number(quantity) }),
      ),
    )

  document.addEventListener('submit', (event) => {
    const handle = event.target.matches('[data-add-form]')
      ? addProduct
      : event.target.matches('[data-discount-form]') && addCode
    if (!handle) return
    event.preventDefault()
    handle(event.target)
  })

  document.addEventListener('change', (event) => {
    const { target } = event
    if (target.matches('[data-line]') && target.value) changeLine(target.dataset.line, target.value)
  })

  document.addEventListener('click', (event) => {
    const pill = event.target.closest('[data-remove-code]')
    const line = event.target.closest('[data-remove-line]')
    if (pill) removeCode(pill)
    if (line && event.button === 0) {
      event.preventDefault()
      changeLine(line.dataset.removeLine, 0)
    }
  })

  // A page from the back/forward cache shows the cart of back then.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) refreshSections()
  })
  bindDrawer()
  bindExits()
  document.documentElement.dataset.theme = 'ready'
}
