import { withKeeper } from './promises.js'
import { bindStartOver } from './start-over.js'

const ANSWERS = { yes: 'allowed', no: 'withdrawn', '': 'open' }
const PURPOSES = [
  [/ref/, 'who sent the shopper'],
  [/seen/, 'what the cart looked like'],
  [/discount/, 'the discount'],
]

const place = (name, entries) => entries.map(([key, value]) => ({ place: name, key, value }))

const cookies = () =>
  document.cookie
    .split('; ')
    .map((pair) => pair.split('='))
    .filter(([key]) => key.startsWith('cc_'))
    .map(([key, value]) => [key, decodeURIComponent(value)])

const stored = (keeper) =>
  [
    ...place('local storage', Object.entries(localStorage)),
    ...place('cookie', cookies()),
    ...place('cart attribute', Object.entries(keeper.inspect().cart?.attributes ?? {})),
  ].filter(({ value }) => value)

const readable = (value) => {
  try {
    const record = JSON.parse(value)
    return record.grants?.map(({ code }) => code).join(', ') ?? record.codes?.join(', ') ?? value
  } catch {
    return value
  }
}

const cell = (tag, text) => Object.assign(document.createElement(tag), { textContent: text })

const row = (entry) => {
  const line = document.createElement('tr')
  line.dataset.key = `${entry.place} ${entry.key}`
  const purpose = PURPOSES.find(([pattern]) => pattern.test(entry.key))?.[1] ?? ''
  const where = cell('th', `${entry.place} `)
  where.scope = 'row'
  where.append(cell('small', entry.key))
  line.append(where, cell('td', purpose), cell('td', readable(entry.value)))
  return line
}

const nothing = () => {
  const line = document.createElement('tr')
  line.append(Object.assign(cell('td', 'Nothing.'), { colSpan: 3 }))
  return line
}

const answerNow = () => {
  const { marketingAllowed, shouldShowBanner } = window.Shopify.customerPrivacy
  return shouldShowBanner() ? '' : marketingAllowed() ? 'yes' : 'no'
}

const follow = (keeper) => {
  let shown = ''
  const draw = () => {
    const answer = answerNow()
    const entries = stored(keeper)
    const memory = [...keeper.grants.map(({ code }) => code), keeper.ref?.ref].filter(Boolean)
    // what is drawn again without need cannot be selected or read out
    const now = JSON.stringify([answer, entries, memory])
    if (now === shown) return
    shown = now
    document.querySelector('[data-answer-now]').textContent = ANSWERS[answer]
    for (const button of document.querySelectorAll('[data-answer]'))
      button.setAttribute('aria-pressed', String(button.dataset.answer === answer))
    document.querySelector('[data-memory]').textContent = memory.join(', ') || 'nothing'
    const rows = entries.map(row)
    document
      .querySelector('[data-stored]')
      .replaceChildren(...(rows.length > 0 ? rows : [nothing()]))
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-answer]')
    if (!button) return
    const { answer } = button.dataset
    window.Shopify.customerPrivacy.setTrackingConsent(
      { marketing: answer ? answer === 'yes' : undefined },
      draw,
    )
  })
  keeper.on('ready', draw)
  // storage tells nobody in its own tab
  setInterval(draw, 300)
}

bindStartOver()
withKeeper(follow)
