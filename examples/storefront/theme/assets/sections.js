import { root } from './cart-client.js'

// A document request parses without an HTML sink, so the strictest content policy is fine with it.
const loadSection = (name) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', `${root()}?section_id=${name}`)
    request.responseType = 'document'
    request.onload = () => resolve(request.response?.getElementById(`shopify-section-${name}`))
    request.onerror = () => resolve(undefined)
    request.send()
  })

const refreshSection = async (section) => {
  const fresh = await loadSection(section.dataset.section)
  if (!fresh) return
  const focused = section.contains(document.activeElement) && document.activeElement.id
  section.replaceChildren(...fresh.childNodes)
  if (focused) document.getElementById(focused)?.focus()
}

/** Replaces every section on the page by what the shop renders now. */
export const refreshSections = () =>
  Promise.all([...document.querySelectorAll('[data-section]')].map(refreshSection))
