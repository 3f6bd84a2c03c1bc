import type { KeyRing } from './keys.js'

/**
 * No two of these look alike, in print or on a phone: none of 0 O, 1 I L, 2 Z, 5 S, 8 B, U V; and without vowels they
 * spell nothing.
 */
export const SUFFIX_ALPHABET = '346789CDFGHJKMNPQRTWXY'
/** 12 of 22 characters: 53 bits. */
export const SUFFIX_LENGTH = 12

const encoder = new TextEncoder()

// 16 bits a character: none of the 22 is likelier than another by more than 1 in 2979
const toCharacters = (digest: DataView): string =>
  Array.from({ length: SUFFIX_LENGTH }, (_, at) =>
    SUFFIX_ALPHABET.charAt((digest.getUint16(2 * at) * SUFFIX_ALPHABET.length) >>> 16),
  ).join('')

/** The part of a code that cannot be guessed: the same in every process that has the same newest key. */
export const deriveSuffix = async (
  keyRing: KeyRing,
  parts: readonly (string | number)[],
): Promise<string> => {
  const { newest } = await keyRing()
  // a token signed with the same key begins with `ey`: neither can stand for the other
  const message = encoder.encode(JSON.stringify(['discount-keeper/code', ...parts]))
  return toCharacters(new DataView(await crypto.subtle.sign('HMAC', newest, message)))
}
