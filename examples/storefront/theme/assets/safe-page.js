import { followPromises, withKeeper } from './promises.js'
import { bindStartOver } from './start-over.js'

const LOG = '/apps/discount-keeper/log'
const list = document.querySelector('[data-log]')

const draw = (lines) => {
  const items = lines.map((text) => {
    const item = document.createElement('li')
    item.textContent = text
    return item
  })
  const nothing = Object.assign(document.createElement('li'), { textContent: 'Nobody has asked.' })
  list.replaceChildren(...(items.length > 0 ? items : [nothing]))
}

const readLog = async () => {
  try {
    const response = await fetch(LOG)
    draw(response.ok ? await response.json() : ['The server is not there.'])
  } catch {
    draw(['The server did not answer.'])
  }
}

const reach = (name, isReached) => {
  const step = document.querySelector(`[data-step="${name}"]`)
  if (isReached) step.setAttribute('aria-current', 'step')
  else step.removeAttribute('aria-current')
}

const follow = (keeper) => {
  followPromises(keeper, (grants) => {
    const promised = grants.filter(({ promise }) => promise)
    const has = (test) => promised.some(test)
    reach(
      'promised',
      has(() => true),
    )
    reach(
      'made',
      has(({ code, status }) => code || /applied|consumed/.test(status)),
    )
    reach(
      'applied',
      has(({ status }) => /applied|consumed/.test(status)),
    )
    reach(
      'consumed',
      has(({ status }) => status === 'consumed'),
    )
    void readLog()
  })
}

bindStartOver()
void readLog()
// the keeper's requests end after what it tells
setInterval(readLog, 2000)
withKeeper(follow)
