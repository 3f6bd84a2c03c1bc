import { postCart } from './cart-client.js'
import { followPromises, withKeeper } from './promises.js'
import { refreshSections } from './sections.js'
import { bindStartOver } from './start-over.js'

const say = (text) => {
  document.querySelector('[data-trouble]').textContent = text
}

const write = async (verb, payload) => {
  try {
    await postCart(verb, payload)
    say('')
  } catch (error) {
    say(error.message)
  }
  await refreshSections()
}

let promised = []

/** Of the sets that could be had with what was promised, the cheapest. */
const markCheapest = () => {
  const rows = [...document.querySelectorAll('[data-candidate]')].filter(({ dataset }) =>
    dataset.candidate.split(',').every((code) => promised.includes(code)),
  )
  const least = Math.min(...rows.map(({ dataset }) => Number(dataset.total)))
  const cheapest = rows.find(({ dataset }) => Number(dataset.total) === least)
  for (const row of document.querySelectorAll('[data-candidate]')) {
    row.classList.toggle('cheapest', row === cheapest)
    row.classList.toggle('promised', rows.includes(row))
  }
}

// Of many events in a row only the last has to be shown.
let due
const refresh = () => {
  clearTimeout(due)
  due = setTimeout(() => refreshSections().then(markCheapest), 50)
}

bindStartOver()
document.addEventListener('click', (event) => {
  const put = event.target.closest('[data-put]')
  if (put) write('add', { id: Number(put.dataset.put), quantity: 1 }).then(markCheapest)
  if (event.target.closest('[data-empty]')) write('clear', {}).then(markCheapest)
})

withKeeper(
  (keeper) =>
    followPromises(keeper, (grants) => {
      promised = grants.map(({ code }) => code)
      refresh()
    }),
  say,
)
