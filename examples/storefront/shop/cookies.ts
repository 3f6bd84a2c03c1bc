import { getCookie, setCookie } from 'hono/cookie'
import { randomToken } from './random-token.js'
import type { ShopContext } from './state.js'
import type { ShopSettings } from './settings.js'
import type { ShopCart } from './types.js'

const CART = 'cart'
const VISIT = 'discount_code'
const SESSION = 'shop_session'
const SAFE = 'demo_safe_codes'
const CONSENT = 'demo_consent'
const CART_SECONDS = 1_209_600

/** The cart cookie as it came: `TOKEN?key=KEY`. */
export const cartCookie = (c: ShopContext): string | undefined => getCookie(c, CART)

/** When codes are made for this browser, until it is closed or starts over; undefined where none are. */
export const safeMode = (c: ShopContext): string | undefined => getCookie(c, SAFE)

/** Whether somebody said yes, no or open to who may be told. */
export const hasAnswered = (c: ShopContext): boolean => !!getCookie(c, CONSENT)

/** The code `/discount/CODE` left for this visit. */
export const visitCode = (c: ShopContext): string | undefined => getCookie(c, VISIT) || undefined

export const sessionCookie = (c: ShopContext): string | undefined => getCookie(c, SESSION)

/** Tells the browser which cart is the shopper's; the last answer to arrive wins. */
export const giveCart = (c: ShopContext, cart: ShopCart, settings: ShopSettings): void =>
  setCookie(c, CART, `${cart.token}?key=${cart.key}`, {
    path: '/',
    maxAge: CART_SECONDS,
    sameSite: 'Lax',
    httpOnly: settings.cartCookieHttpOnly,
  })

export const takeCart = (c: ShopContext): void =>
  setCookie(c, CART, '', { path: '/', maxAge: 0, sameSite: 'Lax' })

/** Remembers a code until the browser is closed, readable by scripts. */
export const rememberVisit = (c: ShopContext, code: string): void =>
  setCookie(c, VISIT, code, { path: '/', sameSite: 'Lax' })

/** Gives a visitor without one a session, so that recorded requests can be told apart. */
export const ensureSession = (c: ShopContext): void => {
  if (sessionCookie(c)) return
  setCookie(c, SESSION, randomToken(8), { path: '/', sameSite: 'Lax', httpOnly: true })
}

/** Every page of the shop has safe codes from now on. */
export const rememberSafe = (c: ShopContext, when = safeMode(c) ?? 'checkout'): void =>
  setCookie(c, SAFE, when === 'cart' ? 'cart' : 'checkout', { path: '/', sameSite: 'Lax' })
