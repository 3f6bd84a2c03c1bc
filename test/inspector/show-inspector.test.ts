// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'

import { DiscountKeeperError } from '../../src/errors.js'
import type { Inspection } from '../../src/inspect.js'
import { grantOf, openInspector } from './open-inspector.js'

afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

const record = (...grants: readonly object[]): string => JSON.stringify({ v: 1, grants })

const layer = (more: Partial<Inspection['layers'][number]> = {}) => ({
  name: 'local-storage',
  key: 'cc_discount_code',
  reads: true,
  writes: true,
  value: '',
  ...more,
})

const cart = {
  id: 'c1f00token',
  itemCount: 2,
  discount: 480,
  total: 4320,
  currency: 'USD',
  attributes: { 'cc-discount-code': 'SAVE10', 'cc-ref': 'amelie' },
  codes: [
    { code: 'SAVE10', applicable: true },
    { code: 'TYPED5', applicable: false, reason: 'DISCOUNT_PURCHASE_NOT_IN_RANGE' as const },
  ],
}

describe('showInspector', () => {
  it('says who is speaking, and that there is nothing', () => {
    const { panel, text } = openInspector()
    expect(panel?.getAttribute('aria-labelledby')).toBe('title')
    expect(text()).toContain('Version 1.2.3, shopify-theme')
    expect(text('Discounts')).toContain('None is kept')
    expect(text('Discounts')).toContain('No affiliate is known.')
    expect(text('What went wrong')).toContain('Nothing on this page so far.')
  })

  it('tells each grant with its status, its reason, and its times', () => {
    const { text } = openInspector({
      grants: [
        grantOf(),
        grantOf({ code: 'BIG15', status: 'waiting', reason: 'DISCOUNT_PURCHASE_NOT_IN_RANGE' }),
      ],
      ref: { ref: 'amelie', grantedAt: Date.now() - 120_000, expiresAt: Date.now() + 1000 },
    })
    const discounts = text('Discounts')
    expect(discounts).toContain('SA••••applied')
    expect(discounts).toContain('the shop takes money off')
    expect(discounts).toContain('Came with a link, 1 hour ago. Ends in 2 days.')
    expect(discounts).toContain('waitingIt is kept for this cart, but takes nothing off so far')
    expect(discounts).toContain('the cart is not worth enough')
    expect(discounts).toContain('The affiliate am•••• sent the shopper, 2 minutes ago.')
  })

  it('tells grants that are over from the records, once', () => {
    const over = grantOf({ code: 'OLD', status: 'expired' })
    const lost = grantOf({ code: 'LOST', status: 'rejected', reason: 'DISCOUNT_CODE_NOT_HONOURED' })
    const value = record(over, lost, grantOf())
    const { panel, text } = openInspector({
      grants: [grantOf()],
      layers: [layer({ value: 'not ours' }), layer({ value }), layer({ name: 'cookie', value })],
    })
    expect(text('Discounts')).toContain('Its time was over.')
    expect(text('Discounts')).toContain('By the stacking rule another discount was preferred')
    expect(panel?.querySelectorAll('section:first-child li')).toHaveLength(3)
  })

  it.each([
    [{ told: 'SAVE10', cart: '' }, 'The shop remembers it for the visit.'],
    [{ cart: '' }, 'It goes there with the first item.'],
    [{}, 'The cart has not said anything about it yet.'],
  ])('says why a grant is held where it remembers %j', (seen, why) => {
    const { text } = openInspector({ grants: [grantOf({ status: 'held' })], seen })
    expect(text('Discounts')).toContain(why)
  })

  it('says that a cart which was emptied waits for an item', () => {
    const emptied = { ...cart, itemCount: 0, codes: [] }
    const { text } = openInspector({
      cart: emptied,
      grants: [grantOf({ status: 'held' })],
      seen: { cart: cart.id },
    })
    expect(text('Discounts')).toContain('It goes there with the first item.')
  })

  it('says nothing of a cool-down that is over', () => {
    const { text } = openInspector({ cart, seen: { until: Date.now() - 1000 } })
    expect(text('The cart')).not.toContain('left alone')
  })

  it('tells the last answer of the cart', () => {
    const { text } = openInspector({ cart, seen: { due: 'codes', until: Date.now() + 90_000 } })
    const said = text('The cart')
    for (const part of [
      'c1f0…',
      'Items2',
      'To pay$43.20',
      'Taken off$4.80',
      'SA•••• takes effect; TY•••• takes no effect: the cart is not worth enough',
      'cc-discount-code: SA••••, cc-ref: am••••',
      'will be read again',
      'It is asked again in 1 minute.',
    ])
      expect(said).toContain(part)
  })

  it.each([
    [{ id: '', itemCount: 0, discount: 0, attributes: {} }, {}, 'The shopper has no cart yet.'],
    [undefined, { codes: ['SAVE10'] }, 'The shop was not asked on this page'],
    [undefined, { codes: ['SAVE10'] }, 'When last asked, it had SA••••.'],
  ])('says so where there is no answer: %j %j', (answered, seen, said) => {
    expect(openInspector({ cart: answered, seen }).text('The cart')).toContain(said)
  })

  it('tells what is kept where, and for how long', () => {
    const { text } = openInspector({
      durability: 'server',
      layers: [
        { name: 'url-parameter', reads: true, writes: false, value: '?discount=SAVE10&q=a' },
        layer({ value: record(grantOf()), durability: 'browser', grantedAt: Date.now() - 60_000 }),
        layer({ name: 'cookie', value: 'SAVE10,TAKE55' }),
        { name: 'account', reads: false, writes: true, value: '' },
      ],
    })
    const kept = text('Where it is kept')
    for (const part of [
      'At best it lasts as long as the cart',
      '?discount=SA••••&q=a•',
      'SA•••• applied',
      'in this browser',
      'Since1 minute ago',
      'SA••••, TA••••',
      'not as it should be',
      'accountaccountHoldsnothing',
    ])
      expect(kept).toContain(part)
  })

  it('tells what happened and what went wrong, the latest first', () => {
    const { emit, text } = openInspector()
    const error = new DiscountKeeperError('OFFLINE', 'The shop did not answer')
    emit('granted', { grant: grantOf({ status: 'held' }) })
    emit('expiring', { grant: grantOf(), expiresIn: 7_200_000 })
    emit('removed', { grant: grantOf({ reason: 'UNKNOWN' }) })
    emit('waiting', { grant: grantOf({ reason: 'DISCOUNT_NOT_FOUND' }) })
    emit('error', { error })
    expect(text('What happened')).toMatch(
      /the shop does not know this code\..*SA•••• was taken off by the shopper\..*SA•••• ends in 2 hours\..*SA•••• was promised to the shopper\./,
    )
    expect(text('What went wrong')).toContain('OFFLINEThe shop did not answer.')
    expect(text('What happened')).not.toContain('OFFLINE')
  })

  it('tells what the keeper remembers itself, where it does', () => {
    const at = Date.now()
    const { text } = openInspector({
      events: [{ at, name: 'contested', ref: 'bobby', previous: 'amelie' }],
    })
    expect(text('What happened')).toContain('A link named bo•••; before, it was am••••.')
  })

  it('shows no code and no ref, in whole, until it is asked to', () => {
    const { button, emit, panel, text } = openInspector({
      cart,
      grants: [grantOf()],
      ref: { ref: 'amelie', grantedAt: 1, expiresAt: 2 },
      seen: { told: 'SAVE10', codes: ['SAVE10'] },
      layers: [
        { name: 'url-parameter', reads: true, writes: false, value: '?discount=save10&via=amelie' },
        layer({ value: record(grantOf()) }),
        layer({ name: 'cookie', value: 'TYPED5' }),
        { name: 'checkout-url', reads: false, writes: true, value: '/checkout?discount=A,SAVE10' },
        { name: 'email-link', reads: false, writes: true, value: 'https://x.y/discount/SAVE10' },
      ],
    })
    emit('applied', { grant: grantOf() })
    const secrets = /save10|typed5|amelie|c1f00token/i
    expect(text()).not.toMatch(secrets)
    expect(panel?.outerHTML).not.toMatch(secrets)
    expect(button('Show codes').getAttribute('aria-pressed')).toBe('false')
    button('Show codes').click()
    expect(button('Show codes').getAttribute('aria-pressed')).toBe('true')
    expect(text()).toContain('SAVE10')
    expect(text()).toContain('amelie')
    expect(text()).toContain('https://x.y/discount/SAVE10')
    expect(text()).not.toContain('c1f00token')
    button('Show codes').click()
    expect(text()).not.toMatch(secrets)
  })

  it.each([
    ['?discount-keeper=inspect', 'SA••••'],
    ['?discount-keeper=inspect=full', 'SAVE10'],
    ['?a=b&discount-keeper=inspect%3Dfull&c', 'SAVE10'],
    ['?discount-keeper=inspect=fully', 'SA••••'],
  ])('opens at %s with %s', (search, shown) => {
    history.replaceState(null, '', search)
    expect(openInspector({ grants: [grantOf()] }).text('Discounts')).toContain(shown)
  })

  it('follows events, and is brought up to date by hand', () => {
    const { button, emit, say, text } = openInspector()
    say({ grants: [grantOf()] })
    expect(text('Discounts')).not.toContain('SA••••')
    emit('applied', { grant: grantOf() })
    expect(text('Discounts')).toContain('SA••••')
    say({})
    button('Refresh').click()
    expect(text('Discounts')).not.toContain('SA••••')
  })

  it('shows hostile text as text', () => {
    const { button, panel, text } = openInspector({
      grants: [grantOf({ code: '<img src=x onerror=alert(1)>' })],
      layers: [layer({ value: '<b>,{"grants":7}' }), layer({ value: '{"grants":[7,null,{}]}' })],
    })
    button('Show codes').click()
    expect(text()).toContain('<img src=x onerror=alert(1)>')
    expect(panel?.querySelector('img, b')).toBeNull()
  })

  it('closes by its button, by Escape and by what it answered, and leaves nothing behind', () => {
    for (const way of ['button', 'Escape', 'answer']) {
      const { button, close, emit, isOpen, listening, panel } = openInspector()
      expect(listening()).toBeGreaterThan(0)
      if (way === 'button') button('Close').click()
      if (way === 'Escape') panel?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
      if (way === 'answer') close()
      expect([way, isOpen(), listening()]).toEqual([way, false, 0])
      emit('applied', { grant: grantOf() })
      expect(isOpen()).toBe(false)
    }
  })

  it('takes the focus and gives it back', () => {
    const field = document.body.appendChild(document.createElement('input'))
    field.focus()
    const { button } = openInspector()
    expect(document.activeElement?.localName).toBe('discount-keeper-inspector')
    button('Close').click()
    expect(document.activeElement).toBe(field)
  })

  it('opened again, takes the place of the first', () => {
    const first = openInspector()
    const second = openInspector({ grants: [grantOf()] })
    expect(document.querySelectorAll('discount-keeper-inspector')).toHaveLength(1)
    first.emit('applied', { grant: grantOf() })
    expect(first.listening()).toBe(0)
    expect(second.text('Discounts')).toContain('SA••••')
  })
})
