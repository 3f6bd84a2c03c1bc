// @vitest-environment jsdom
import { act, createElement, Suspense } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { Discount } from '../../src/react/index.js'
import { openBrowserForEachTest, openPage } from '../keeper/open-page.js'
import { createReader, expectNoComplaints, inProvider, mount } from './open-root.js'
import { createStubKeeper, grantOf } from './stub-keeper.js'

openBrowserForEachTest()
expectNoComplaints()

/** Shows everything that a keeper says. */
const say = ({ checkoutUrl, grants, isReady, link, notices, price, ref }: Discount): string =>
  JSON.stringify([
    grants.map(({ code }) => code),
    notices.length,
    ref?.ref,
    isReady,
    price(5000),
    checkoutUrl('/checkout'),
    link('/p'),
    link(),
  ])
const FIRST = '[[],0,null,false,null,"/checkout","/p",""]'
const terms = { SAVE10: { percentage: 10, everyProduct: true } }

/** A page that a server showed: what the browser makes of it, each rendering a line. */
const takeOver = async (
  open: () => Pick<ReturnType<typeof openPage>, 'keeper'>,
  isStrict = false,
) => {
  const { Reader, said } = createReader(say)
  const children = createElement(Reader)
  const { keeper } = open()
  const html = renderToString(inProvider({ keeper: createStubKeeper().keeper, children }))
  expect(new DOMParser().parseFromString(html, 'text/html').body.textContent).toBe(FIRST)
  said.length = 0
  const page = await mount({ keeper, children, html, isStrict })
  return { ...page, moments: () => [...new Set(said)] }
}

describe('hydration with useDiscount', () => {
  it.each([false, true])('begins with what the server said (strict mode: %s)', async (isStrict) => {
    const page = await takeOver(
      () => openPage({ terms }, { url: '/?discount=SAVE10&ref=amy' }),
      isStrict,
    )
    await act(() => vi.advanceTimersByTimeAsync(2000))
    expect(page.recovered).toEqual([])
    const [first, ...later] = page.moments()
    expect(first).toBe(FIRST)
    expect(later.pop()).toContain('[["SAVE10"],1,"amy",true,4500,')
    expect(page.text()).toContain('[["SAVE10"],1,"amy",true,4500,')
  })

  it('begins with what the server said where the keeper is long since running', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const other = await mount({ keeper, children: createElement(createReader().Reader) })
    set({ grants: [grantOf('SAVE10')], percent: 20, query: '?discount=SAVE10' })
    await act(() => tell('ready'))
    const page = await takeOver(() => ({ keeper }))
    expect(page.recovered).toEqual([])
    expect(page.moments()).toEqual([
      FIRST,
      '[["SAVE10"],0,null,true,4000,"/checkout?discount=SAVE10","https://shop.example/p?discount=SAVE10","https://shop.example?discount=SAVE10"]',
    ])
    other.unmount()
  })

  it('begins with what the server said in a part that is taken over late', async () => {
    const { keeper, set, tell } = createStubKeeper()
    const { Reader, said } = createReader(say)
    let arrive = (): void => undefined
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    let isHere = true
    const Late = () => {
      // as a part whose code is not there yet does
      if (!isHere) throw arrival
      return createElement(Reader)
    }
    const children = createElement(Suspense, undefined, createElement(Late))
    const html = renderToString(inProvider({ keeper, children }))
    said.length = 0
    isHere = false
    const page = await mount({ keeper, children, html })
    set({ grants: [grantOf('SAVE10')], percent: 20 })
    await act(() => tell())
    expect([page.text(), said]).toEqual([FIRST, []])
    isHere = true
    await act(async () => {
      arrive()
      await vi.advanceTimersByTimeAsync(1000)
    })
    expect(page.recovered).toEqual([])
    expect(said[0]).toBe(FIRST)
    expect(page.text()).toContain('["SAVE10"]')
  })
})
