import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

import type { Session, WooShopState } from './woo-types.js'

const SECRET = 'the salts of wp-config'
const HOURS_48 = 172_800
const COOKIE = 'wp_woocommerce_session_c0ffee'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const sign = (text: string): string => createHmac('sha256', SECRET).update(text).digest('base64url')

/** A token of 48 hours; `iat` seconds since 1970. */
export const tokenFor = (id: string, iat = Math.floor(Date.now() / 1000)): string => {
  const claims = { user_id: id, exp: iat + HOURS_48, iss: 'store-api', iat }
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`
  return `${text}.${sign(text)}`
}

/** The session of a valid token. */
export const sessionIn = (token: string): string | undefined => {
  const [head = '', body = '', signature] = token.split('.')
  if (signature !== sign(`${head}.${body}`)) return undefined
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
    readonly exp: number
    readonly user_id: string
  }
  return claims.exp > Date.now() / 1000 ? claims.user_id : undefined
}

export interface Visitor {
  readonly session: Session
  readonly hasToken: boolean
}

const sessionOf = ({ sessions }: WooShopState, id: string): Session =>
  sessions.get(id) ?? { id, items: 0, coupons: [], cc: {}, notices: [] }

/** Who asks: the session of a valid token, else that of the cookie, else somebody new. */
export const visitorOf = (state: WooShopState, c: Context): Visitor => {
  const claimed = sessionIn(c.req.header('Cart-Token') ?? '')
  const id = claimed ?? getCookie(c, COOKIE)
  const known =
    id && (claimed || state.sessions.has(id)) ? id : `t_${randomBytes(16).toString('hex')}`
  return { session: sessionOf(state, known), hasToken: !!claimed }
}

/** A token's session lasts from the first answer, one of cookies from the first item. */
export const keepSession = (state: WooShopState, c: Context, visitor: Visitor): void => {
  const { hasToken, session } = visitor
  const has = (name: string): boolean => !!getCookie(c, name)
  if (hasToken || session.items || state.sessions.has(session.id))
    state.sessions.set(session.id, session)
  if (hasToken) return
  const shared = { path: '/', sameSite: 'Lax' } as const
  if (session.items) {
    const hash = createHash('md5').update(JSON.stringify([session.items, session.coupons]))
    setCookie(c, COOKIE, session.id, { ...shared, httpOnly: true })
    setCookie(c, 'woocommerce_items_in_cart', '1', shared)
    setCookie(c, 'woocommerce_cart_hash', hash.digest('hex'), shared)
  } else if (has('woocommerce_items_in_cart')) {
    deleteCookie(c, 'woocommerce_items_in_cart', shared)
    deleteCookie(c, 'woocommerce_cart_hash', shared)
  }
}
