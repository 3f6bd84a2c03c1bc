/** A message of the shop as people read it: it comes escaped for HTML. */
export const plainText = (message: string, view: Window & typeof globalThis): string => {
  try {
    const { body } = new view.DOMParser().parseFromString(message, 'text/html')
    return body.textContent
  } catch {
    // no parser, or a page that trusts none
    return message
  }
}
