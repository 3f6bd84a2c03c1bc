// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { OpenViewOptions } from './open-view.js'
import { openBrowserForEachTest, openPage, settle, sleep, visit } from './open-page.js'

openBrowserForEachTest()

const OWN = 'http://localhost:3000/cart'
const SAFE = { safeCodes: { endpoint: '/mint' } }

type Page = Awaited<ReturnType<typeof visit>>

const contests = ({ log }: Page): readonly string[] =>
  log.flatMap(({ detail }) =>
    'previous' in detail
      ? [`${detail.ref.ref}, before ${detail.previous.ref}, not ${detail.refused}`]
      : [],
  )

/** What anna's shopper sees next. */
const after = async (page: OpenViewOptions, options = {}): Promise<Page> => {
  const first = await visit(options, '/?discount=ANNA20&ref=anna')
  first.leave()
  sleep(1000)
  return visit(options, page)
}

describe('another affiliate', () => {
  it.each([
    ['with no word of where it came from, as from an e-mail', {}],
    ['from another site', { referrer: 'https://blog.example/' }],
    [
      'from another site in a tab that showed the shop before',
      { referrer: 'https://blog.example/', isOnward: true },
    ],
    ['from an app that says so', { referrer: 'android-app://com.example.mail/', isOnward: true }],
  ])('whose link was followed %s counts, and the change is told', async (_, page) => {
    const next = await after({ url: '/?ref=ben', ...page })
    expect(next.keeper.ref?.ref).toBe('ben')
    expect(contests(next)).toEqual(['ben, before anna, not undefined'])
  })

  it.each([
    ['in a frame', { isFramed: true }],
    ['in a tab that nobody looks at', { isHidden: true }],
    ['by the shop’s own page', { referrer: OWN }],
    ['by the tab itself, on pages that name no referrer', { isOnward: true }],
    ['by the tab itself, by a browser without that list', { referrer: OWN, hasNavigation: false }],
    ['by a reload', { type: 'reload' }],
    [
      'by a reload of a page that another site led to',
      { type: 'reload', referrer: 'https://b.example/' },
    ],
  ] as const)('that is named %s is turned away, and that is told', async (_, page) => {
    const next = await after({ url: '/cart?ref=ben', ...page })
    expect(next.keeper.ref?.ref).toBe('anna')
    expect(contests(next)).toEqual(['anna, before anna, not ben'])
  })

  it('that is turned away has no promise made in place of the first either', async () => {
    const next = await after({ url: '/cart?discount=BEN20&ref=ben', type: 'reload' }, SAFE)
    expect(next.keeper.grants.map(({ promise }) => promise?.discount)).toEqual(['ANNA20'])
  })

  it('is turned away once a page, whatever steps the page takes', async () => {
    const page = openPage({}, { url: '/cart?ref=ben', isOnward: true })
    await visit({}, '/?ref=anna')
    await page.keeper.start()
    await settle()
    page.push('/cart?ref=ben#top')
    page.pop('/cart?ref=ben')
    await page.keeper.start()
    await settle()
    expect(contests(page)).toEqual(['anna, before anna, not ben'])
  })

  it('who counted before the present one is no rival when that page is seen again', async () => {
    await after({ url: '/?ref=ben' })
    const back = await visit({}, { url: '/?ref=anna', type: 'back_forward' })
    expect(back.keeper.ref?.ref).toBe('ben')
    expect(contests(back)).toEqual([])
  })

  it('counts where nobody did, however it is named', async () => {
    const { keeper } = await visit({}, { url: '/?ref=ben', type: 'reload', isOnward: true })
    expect(keeper.ref?.ref).toBe('ben')
  })

  it('is none where it is the same one', async () => {
    const next = await after({ url: '/?via=ANNA' })
    expect(contests(next)).toEqual([])
  })
})
