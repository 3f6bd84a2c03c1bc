// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { button, openNotice, texts } from './open-notice.js'
import { createStubKeeper } from './stub-keeper.js'

afterEach(() => {
  document.body.replaceChildren()
  document.documentElement.removeAttribute('lang')
})

const DAY = 86_400_000
const keeper = createStubKeeper(
  { code: 'SAVE10', state: 'applied', saved: 400, currency: 'EUR' },
  { code: 'NOPE', state: 'rejected', reason: 'DISCOUNT_NOT_FOUND' },
)

const said = (attributes: Readonly<Record<string, string>>, properties = {}) => {
  const element = openNotice(attributes, { keeper, ...properties })
  return {
    element,
    message: () => texts(element, 'message'),
    detail: () => texts(element, 'detail'),
  }
}

describe('the texts of a notice', () => {
  it('come from attributes, as a theme writes them', () => {
    const { detail, element, message } = said({
      'text-applied': '{code} gilt',
      'text-discount-not-found': 'Diesen Code gibt es nicht.',
      'text-dismiss': 'Schließen',
    })
    expect(message()).toEqual(['SAVE10 gilt', 'NOPE cannot be used'])
    expect(detail()[1]).toBe('Diesen Code gibt es nicht.')
    expect(button(element, 'Schließen NOPE').textContent).toBe('×')
  })

  it('come from JSON, from attributes before it and from the property before both', () => {
    const JSON_TEXTS = { applied: 'json', rejected: 'json', saved: 'json' }
    const { detail, element, message } = said(
      {
        texts: JSON.stringify(JSON_TEXTS),
        'text-applied': 'attribute',
        'text-rejected': 'attribute',
      },
      { texts: { applied: 'property' } },
    )
    expect(message()).toEqual(['property', 'attribute'])
    expect(detail()[0]).toBe('json')
    element.texts = {}
    expect(message()).toEqual(['attribute', 'attribute'])
    expect(element.texts).toEqual({})
    element.removeAttribute('text-applied')
    expect(message()).toEqual(['json', 'attribute'])
  })

  it('bring plural forms by JSON', () => {
    const plural = JSON.stringify({ days: { one: '{count} dzień', other: '{count} dni' } })
    const own = createStubKeeper({ code: 'A', state: 'upcoming', startsAt: Date.now() + 5 * DAY })
    const { message } = said({ lang: 'pl', texts: plural }, { keeper: own })
    expect(message()).toEqual(['A starts 5 dni'])
  })

  it.each(['{', '5', 'null', '"text"', '', '[]'])(
    'are the English ones where JSON is %s',
    (json) => {
      expect(said({ texts: json }).message()).toEqual(['SAVE10 applied', 'NOPE cannot be used'])
    },
  )

  it('hide a notice whose sentence is empty', () => {
    expect(said({ 'text-rejected': '' }).message()).toEqual(['SAVE10 applied'])
  })
})

describe('the language of a notice', () => {
  const german = 'You save 4,00\u00a0€.'
  const english = 'You save €4.00.'

  it('is that of the page, of a parent, of itself', () => {
    document.documentElement.lang = 'de'
    const { detail, element } = said({})
    expect(detail()[0]).toBe(german)
    document.body.lang = 'en'
    element.setAttribute('lang', 'en')
    expect(detail()[0]).toBe(english)
    document.body.removeAttribute('lang')
  })

  it.each(['en_US', 'x', '-', ''])('is that of the browser where the page says %j', (lang) => {
    expect(said({ lang }).detail()[0]).toContain('4')
  })
})

describe('the countdown of a notice', () => {
  const ending = createStubKeeper({ code: 'A', state: 'expiring', endsAt: Date.now() + 1_800_000 })
  const shown = (attributes: Readonly<Record<string, string>>) => {
    const [text] = texts(said(attributes, { keeper: ending }).element, 'countdown')
    return text
  }

  it('begins an hour before the end, or as many minutes as the theme says', () => {
    expect(shown({})).toMatch(/^(30:00|29:59)$/)
    expect(shown({ countdown: '20' })).toBe('')
    expect(shown({ countdown: '0' })).toBe('')
    expect(shown({ countdown: 'never' })).toBe('')
  })

  it('is hidden from screen readers, which are told the time of day', () => {
    const { element } = said({}, { keeper: ending })
    const countdown = element.shadowRoot?.querySelector('[part=countdown]')
    expect(countdown?.getAttribute('aria-hidden')).toBe('true')
    expect(texts(element, 'message')[0]).toMatch(/^A ends at \d/)
  })

  it('stays away from people who asked for less motion', () => {
    const matchMedia = vi.fn(() => ({ matches: true }))
    vi.stubGlobal('matchMedia', matchMedia)
    expect(shown({})).toBe('')
    expect(matchMedia).toHaveBeenCalledWith('(prefers-reduced-motion: reduce)')
  })
})
