/** A secret of at least 32 bytes; a string counts as its UTF-8. `openssl rand -base64 32` makes a good one. */
export type Key = string | Uint8Array
