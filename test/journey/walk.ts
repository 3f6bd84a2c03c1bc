import { vi } from 'vitest'

import { clearCookies } from '../keeper/open-page.js'
import type { Life } from './live.js'
import type { Step } from './steps.js'

type Kind = Step['do']
type Of<Name extends Kind> = Extract<Step, { readonly do: Name }>

interface Rule<Name extends Kind> {
  /** Whether the step makes sense now. */
  readonly can?: (life: Life, step: Of<Name>) => boolean
  readonly take: (life: Life, step: Of<Name>) => unknown
}

export const isSame = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()
const has = (codes: readonly string[], code: string): boolean =>
  codes.some((other) => isSame(other, code))
const codesOf = ({ shop }: Life): readonly string[] => shop.current()?.codes ?? []

/** A theme that is offline can do nothing. */
const hasItems = ({ shop, state }: Life): boolean => state.isOnline && !!shop.current()?.items
/** What a shopper decided on a cart has to be seen before that cart is gone: afterwards nobody can. */
const isRead = ({ state }: Life): boolean => !state.isUnread
const canType = (life: Life, { code }: Of<'type' | 'set only'>): boolean =>
  hasItems(life) && !has(codesOf(life), code)
const isOneOfMany = ({ tabs }: Life): boolean => tabs.length > 1

/** What a checkout started now is made of. */
export const checkout = ({ current, shop }: Life): ReturnType<Life['shop']['checkout']> =>
  shop.checkout(current().keeper.checkoutUrl('/checkout'))

const endThoseOnCart = (life: Life): void => {
  life.state.isUnread = true
  for (const { code } of life.model.live())
    if (has(codesOf(life), code)) life.model.end(code, 'removed')
}

const order = async (life: Life): Promise<void> => {
  const { current, go, model, shop, state } = life
  const used = checkout(life).codes.flatMap(({ applicable, code }) => (applicable ? [code] : []))
  shop.order()
  model.forgetOwn()
  go({ url: '/thank-you' })
  await current().keeper.consume({ orderId: `#${++state.orders}`, codes: used })
  for (const { code } of model.live()) if (has(used, code)) model.end(code, 'used')
}

const RULES: { readonly [Name in Kind]: Rule<Name> } = {
  land: {
    take: ({ go, model }, { code, ref }) => {
      model.land(code, ref)
      go({ url: `/?discount=${code}${ref ? '&ref=' + ref : ''}` })
    },
  },
  browse: { take: ({ go }) => go({ url: '/products/x' }) },
  add: { can: ({ state }) => state.isOnline, take: ({ current }) => current().theme.addItem() },
  'remove item': {
    can: (life) => hasItems(life) && isRead(life),
    take: ({ current, model, shop }) => {
      current().theme.removeItem()
      // some shops drop all codes with the last item
      if (!shop.current()?.codes.length) model.forgetOwn()
    },
  },
  type: {
    can: canType,
    take: ({ current, model, state }, { code }) => {
      state.isUnread = true
      model.typeOwn(code)
      current().theme.typeCode(code)
    },
  },
  'set only': {
    can: canType,
    take: (life, { code }) => {
      endThoseOnCart(life)
      life.model.setOnly(code)
      life.current().theme.setCodes([code])
    },
  },
  'take ours off': {
    can: (life) => hasItems(life) && life.model.live().some(({ code }) => has(codesOf(life), code)),
    take: (life) => {
      const live = life.model.live()
      endThoseOnCart(life)
      for (const { code } of live) life.current().theme.takeOff(code)
    },
  },
  'new tab': { take: ({ openTab }) => openTab() },
  'close tab': {
    can: isOneOfMany,
    take: ({ current, tabs }) => {
      tabs.shift()?.leave()
      current().look()
    },
  },
  'next tab': {
    can: isOneOfMany,
    take: ({ current, tabs }) => {
      tabs.push(...tabs.splice(0, 1))
      current().look()
    },
  },
  clear: {
    take: ({ model }, { layer }) => {
      model.clear(layer)
      if (layer === 'storage') localStorage.clear()
      else clearCookies()
    },
  },
  'clear attributes': {
    take: ({ shop }) => {
      const cart = shop.current()
      if (cart) cart.attributes = {}
    },
  },
  'cart expires': {
    can: isRead,
    take: ({ model, shop }) => {
      model.forgetOwn()
      shop.expireCart()
    },
  },
  'cart replaced': {
    can: (life) => hasItems(life) && isRead(life),
    take: ({ current, model }) => {
      model.forgetOwn()
      current().theme.replaceCart()
    },
  },
  offline: { take: ({ goOnline }) => goOnline(false) },
  online: { take: ({ goOnline }) => goOnline(true) },
  pass: { take: (_, { time }) => vi.advanceTimersByTimeAsync(time) },
  'checkout and back': {
    take: (life) => {
      checkout(life)
      life.current().restore()
    },
  },
  order: { can: (life) => hasItems(life) && isRead(life), take: order },
}

/** Walks through a life; resolves to how many of its steps were possible. */
export const walk = async (life: Life, steps: readonly Step[]): Promise<number> => {
  let taken = 0
  await life.rest()
  for (const step of steps) {
    const { can, take } = RULES[step.do] as Rule<Kind>
    if (can && !can(life, step)) continue
    taken++
    await take(life, step)
    await life.rest('hurry' in step && step.hurry)
  }
  return taken
}
