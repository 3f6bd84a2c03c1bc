import { isFields, nestFields, type Fields } from './form-fields.js'

/** A request body, once as the record shows it and once as the cart reads it. */
export interface ReadBody {
  readonly recorded: unknown
  readonly fields: Fields
  readonly kind: 'json' | 'form' | 'other'
}

const flatten = (entries: readonly (readonly [string, string])[]): Fields => {
  const flat = new Map<string, string | string[]>()
  for (const [name, value] of entries) {
    const before = flat.get(name)
    flat.set(name, before === undefined ? value : [before, value].flat())
  }
  return Object.fromEntries(flat)
}

const formBody = (entries: readonly (readonly [string, string])[]): ReadBody => ({
  recorded: flatten(entries),
  fields: nestFields(entries),
  kind: 'form',
})

const otherBody = (text: string): ReadBody => ({
  recorded: text === '' ? undefined : text,
  fields: {},
  kind: 'other',
})

const jsonBody = (text: string): ReadBody => {
  try {
    const value: unknown = JSON.parse(text)
    return { recorded: value, fields: isFields(value) ? value : {}, kind: 'json' }
  } catch {
    return otherBody(text)
  }
}

const multipartBody = async (request: Request): Promise<ReadBody> => {
  const form = await request.formData()
  return formBody(
    [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  )
}

/** Reads JSON, urlencoded and multipart bodies; anything else is kept as text. */
export const readBody = async (request: Request): Promise<ReadBody> => {
  if (request.method === 'GET' || request.method === 'HEAD') return otherBody('')
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) {
    return multipartBody(request.clone()).catch(() => otherBody('unreadable form'))
  }
  const text = await request.text()
  if (/^application\/([\w.-]+\+)?json\b/.test(type)) return jsonBody(text)
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return formBody([...new URLSearchParams(text)])
  }
  return otherBody(text)
}
