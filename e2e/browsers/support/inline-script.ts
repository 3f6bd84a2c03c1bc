/** A script of the shop's own that runs on every page before the keeper; the nonce lets it pass a strict policy. */
export const inlineScript = (statements: string): string =>
  `<script nonce="{nonce}">{ ${statements} }</script>`
