import { MintError } from '../errors.js'
import type { ApiRequest } from './ask-api.js'
import { askApi } from './ask-api.js'
import { isObject } from './is-object.js'

export interface GraphqlRequest extends Omit<ApiRequest, 'body' | 'method'> {
  readonly query: string
  readonly variables: object
  /** An error code that is none: what was to be done has been done. */
  readonly done?: string | undefined
}

/** What shops call a request that may go well another time. */
const PASSING = /THROTTLED|INTERNAL_SERVER_ERROR|TIMEOUT/

const WORD = /^\w{1,60}$/

const codeOf = (error: unknown): string => {
  const { code } = isObject(error) && isObject(error.extensions) ? error.extensions : {}
  return typeof code === 'string' && WORD.test(code) ? code : 'no code'
}

/**
 * The `data` of an operation that went well from end to end. Rejects with a MintError that names the shop's own codes: `UNAVAILABLE`
 * where it was throttled or broke, `MISCONFIGURED` where the shop denies it or does not know a field.
 */
export const askGraphql = async ({
  done,
  query,
  variables,
  ...request
}: GraphqlRequest): Promise<Readonly<Record<string, unknown>>> => {
  const { body, status } = await askApi({ ...request, method: 'POST', body: { query, variables } })
  const { data, errors } = isObject(body) ? body : {}
  if (!errors && isObject(data)) return data
  const codes = Array.isArray(errors) ? errors.map(codeOf) : [`status ${status}`]
  if (codes.every((code) => code === done)) return {}
  throw new MintError(
    codes.some((code) => PASSING.test(code)) ? 'UNAVAILABLE' : 'MISCONFIGURED',
    `The shop refused an operation (${codes.join(', ')})`,
  )
}
