import { root } from './cart-client.js'

const leave = {
  location: () => {
    window.location.href = `${root()}checkout`
  },
  submit: (button) => button.closest('.exits').querySelector('[data-exit-form]').submit(),
}

/** The ways out that real themes script. */
export const bindExits = () => {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-exit]')
    if (button) leave[button.dataset.exit](button)
  })
}
