import { bindStartOver } from './start-over.js'

const BOOKS = '/apps/attribution/books'
const ANSWERS = { yes: 'allowed', no: 'refused', '': 'open' }
const privacy = window.Shopify.customerPrivacy

const place = (name) => document.querySelector(`[data-books="${name}"]`)
const element = (tag, text, more) =>
  Object.assign(document.createElement(tag), { textContent: text }, more)

// names and figures stay on one line, sentences break
const kindOf = (text) => (/^\d/.test(text) ? 'figure' : text.includes(' ') ? 'words' : 'name')

const row = ([first, ...rest]) => {
  const line = document.createElement('tr')
  line.append(
    element('th', first, { scope: 'row', className: 'name' }),
    ...rest.map((text) => element('td', text, { className: kindOf(text) })),
  )
  return line
}

const fill = (name, rows) => {
  const body = place(name)
  const columns = body.closest('table').querySelectorAll('thead th').length
  const nothing = document.createElement('tr')
  nothing.append(element('td', 'No order yet.', { colSpan: columns }))
  body.replaceChildren(...(rows.length > 0 ? rows.map(row) : [nothing]))
}

const say = (lines, otherwise) => {
  const shown = lines.length > 0 ? lines : [otherwise]
  place('received').replaceChildren(...shown.map((text) => element('li', text)))
}

let shown = ''
const draw = (text) => {
  // what is drawn again without need cannot be selected or read out
  if (text === shown) return
  shown = text
  const { received, sales, sums } = JSON.parse(text)
  fill('sales', sales)
  for (const name of ['coupon', 'publisher']) fill(name, sums[name])
  say(received, 'It was told nothing yet.')
}

const readBooks = async () => {
  try {
    const response = await fetch(BOOKS)
    if (response.ok) draw(await response.text())
    else say([], 'The server is not there.')
  } catch {
    say([], 'The server did not answer.')
  }
}

const showAnswer = () => {
  const now = privacy.shouldShowBanner() ? '' : privacy.marketingAllowed() ? 'yes' : 'no'
  document.querySelector('[data-answer-now]').textContent = ANSWERS[now]
  for (const button of document.querySelectorAll('[data-answer]'))
    button.setAttribute('aria-pressed', String(button.dataset.answer === now))
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-answer]')
  if (!button) return
  const { answer } = button.dataset
  privacy.setTrackingConsent({ marketing: answer ? answer === 'yes' : undefined }, showAnswer)
})

bindStartOver()
showAnswer()
void readBooks()
// orders come from other pages
setInterval(readBooks, 2000)
