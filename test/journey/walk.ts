import type { Life } from './life.js'
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
const codesOf = ({ cart }: Life): readonly string[] => cart()?.codes ?? []

/** A theme that is offline can do nothing. */
const hasItems = ({ cart, isOnline }: Life): boolean => isOnline() && !!cart()?.items
/** What a shopper decided on a cart has to be seen before that cart is gone: afterwards nobody can. */
const isRead = ({ state }: Life): boolean => !state.isUnread
const canType = (life: Life, { code }: Of<'type' | 'set only'>): boolean =>
  hasItems(life) && !has(codesOf(life), code)
const isOneOfMany = ({ tabs }: Life): boolean => tabs() > 1

const endThoseOnCart = (life: Life): void => {
  life.state.isUnread = true
  for (const { code } of life.model.live())
    if (has(codesOf(life), code)) life.model.end(code, 'removed')
}

const order = async (life: Life): Promise<void> => {
  const { checkout, consume, go, model, state } = life
  const codes = (await checkout()).flatMap(({ applicable, code }) => (applicable ? [code] : []))
  await life.order()
  model.forgetOwn()
  await go('/thank-you')
  await consume({ orderId: `#${++state.orders}`, codes })
  for (const { code } of model.live()) if (has(codes, code)) model.end(code, 'used')
}

const RULES: { readonly [Name in Kind]: Rule<Name> } = {
  land: {
    take: ({ go, model }, { code, ref }) => {
      model.land(code, ref)
      return go(`/?discount=${code}${ref ? '&ref=' + ref : ''}`)
    },
  },
  browse: { take: ({ go }) => go('/products/x') },
  add: { can: ({ isOnline }) => isOnline(), take: ({ theme }) => theme.addItem() },
  'remove item': {
    can: (life) => hasItems(life) && isRead(life),
    take: async ({ cart, model, theme }) => {
      await theme.removeItem()
      // some shops drop all codes with the last item
      if (!cart()?.codes.length) model.forgetOwn()
    },
  },
  type: {
    can: canType,
    take: ({ model, state, theme }, { code }) => {
      state.isUnread = true
      model.typeOwn(code)
      return theme.typeCode(code)
    },
  },
  'set only': {
    can: (life, step) => life.hasMet() && canType(life, step),
    take: (life, { code }) => {
      endThoseOnCart(life)
      life.model.setOnly(code)
      return life.theme.setCodes([code])
    },
  },
  'take ours off': {
    can: (life) =>
      hasItems(life) &&
      life.hasMet() &&
      life.model.live().some(({ code }) => has(codesOf(life), code)),
    take: async (life) => {
      const live = life.model.live()
      endThoseOnCart(life)
      for (const { code } of live) await life.theme.takeOff(code)
    },
  },
  'new tab': { take: ({ openTab }) => openTab() },
  'close tab': { can: isOneOfMany, take: ({ closeTab }) => closeTab() },
  'next tab': { can: isOneOfMany, take: ({ nextTab }) => nextTab() },
  clear: {
    take: ({ clear, model }, { layer }) => {
      model.clear(layer)
      return clear(layer)
    },
  },
  'clear attributes': { take: ({ clearAttributes }) => clearAttributes() },
  'cart expires': {
    can: isRead,
    take: ({ expireCart, model }) => {
      model.forgetOwn()
      return expireCart()
    },
  },
  'cart replaced': {
    can: (life) => !!life.theme.replaceCart && hasItems(life) && isRead(life),
    take: ({ model, theme }) => {
      model.forgetOwn()
      return theme.replaceCart?.()
    },
  },
  offline: { take: ({ goOnline }) => goOnline(false) },
  online: { take: ({ goOnline }) => goOnline(true) },
  pass: { take: ({ pass }, { time }) => pass(time) },
  'checkout and back': {
    take: async ({ checkout, comeBack }) => {
      await checkout()
      await comeBack()
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
