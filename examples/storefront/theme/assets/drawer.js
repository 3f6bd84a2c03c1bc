const dialog = () => document.getElementById('drawer')

/** Shows the cart over the page. */
export const openDrawer = () => {
  if (!dialog().open) dialog().showModal()
}

/** Opens the drawer from the cart link, closes it by its button or a click beside it. */
export const bindDrawer = () => {
  document.addEventListener('click', (event) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
    if (isPlain && event.target.closest('[data-open-drawer]')) {
      event.preventDefault()
      openDrawer()
    }
    if (event.target.closest('[data-close-drawer]') || event.target === dialog()) dialog().close()
  })
}
