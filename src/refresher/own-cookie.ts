/** The record as the browser's cookie holds it, byte for byte; '' for none. */
export const ownCookie = (key: string): string =>
  new RegExp(`(?:^|; )${key}=([^;]*)`).exec(document.cookie)?.[1] ?? ''
