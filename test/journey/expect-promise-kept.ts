import { expect } from 'vitest'

import type { Life } from './live.js'
import { checkout, isSame } from './walk.js'

const expectGrants = ({ current, model, shop }: Life): void => {
  const { attributes = {}, codes = [] } = shop.current() ?? {}
  for (const { code, expiresAt } of model.live()) {
    const grant = current().keeper.grants.find((held) => isSame(held.code, code))
    expect(grant).toMatchObject({ code, expiresAt, status: 'applied' })
    expect(codes).toContain(code)
    expect(attributes['cc-discount-code']).toBe(code)
  }
}

const expectRef = ({ current, model, shop }: Life): void => {
  const { code, expiresAt } = model.ref() ?? {}
  if (!code) return
  expect(current().keeper.ref).toMatchObject({ ref: code, expiresAt })
  expect(shop.current()?.attributes['cc-ref']).toBe(code)
}

/** The promise, after any life: online, with something in the cart and a page or two to notice it. */
export const expectPromiseKept = async (life: Life): Promise<void> => {
  const { current, go, goOnline, model, rest, shop, violations } = life
  goOnline(true)
  await rest()
  go({ url: '/products/y' })
  await rest()
  current().theme.addItem()
  await rest()
  const codes = shop.current()?.codes ?? []
  const paid = checkout(life).codes.map(({ code }) => code)
  expect(violations).toEqual([])
  // of the shopper's own, none is lost and none has moved
  expect(codes.filter((code) => model.own().includes(code))).toEqual(model.own())
  expectGrants(life)
  expectRef(life)
  expect(paid).toEqual(
    expect.arrayContaining([...model.own(), ...model.live().map(({ code }) => code)]),
  )
  for (const { code } of model.ended()) expect([...codes, ...paid]).not.toContain(code)
}
