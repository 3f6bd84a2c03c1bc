import type { Grant } from '../types.js'

export type RecordLine = Pick<
  Grant,
  'code' | 'status' | 'reason' | 'source' | 'grantedAt' | 'expiresAt'
>

const isLine = (value: unknown): value is RecordLine =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  'status' in value &&
  typeof value.code === 'string' &&
  typeof value.status === 'string'

/** The lines of a layer's record, those that are over included; undefined for text that is no record of ours. */
export const recordLines = (text: string): readonly RecordLine[] | undefined => {
  try {
    const record: unknown = JSON.parse(text)
    if (typeof record !== 'object' || !record || !('grants' in record)) return undefined
    return Array.isArray(record.grants) ? record.grants.filter(isLine) : undefined
  } catch {
    return undefined
  }
}
