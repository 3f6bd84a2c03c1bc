import { randomBytes } from 'node:crypto'

/** Unguessable hex of so many bytes. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('hex')
