/** The snippet of the read-me with these `data-*` attributes, for a shop's `scriptTag`. */
export const scriptTag = (attributes: Readonly<Record<string, string>> = {}): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` data-${name}='${value}'`)
  return `<script src="/assets/discount-keeper.js" defer nonce="{nonce}"${written.join('')}></script>`
}
