import { followPromises, withKeeper } from './promises.js'
import { bindStartOver } from './start-over.js'

const countdown = document.querySelector('[data-countdown]')
const left = document.querySelector('[data-left]')

const LIVE = /held|applied|waiting/

const reach = (name, at = Date.now()) => {
  const step = document.querySelector(`[data-step="${name}"]`)
  step.setAttribute('aria-current', 'step')
  step.querySelector('time').textContent = new Date(at).toTimeString().slice(0, 8)
}

const follow = (keeper) => {
  let running
  followPromises(keeper, (grants) => {
    const live = grants.filter(({ status }) => LIVE.test(status))
    running = live[live.length - 1]
    const first = grants.find(({ source }) => source === 'link')
    if (first) reach('granted', first.grantedAt)
  })
  keeper.on('expiring', ({ grant }) => grant.source === 'link' && reach('expiring'))
  keeper.on('expired', ({ grant }) => grant.source === 'link' && reach('expired'))
  keeper.on('granted', ({ grant }) => grant.source === 'alternative' && reach('alternative'))

  const tick = () => {
    const rest = running ? Math.max(0, running.expiresAt - Date.now()) / 1000 : 0
    left.value = rest
    countdown.textContent = running
      ? `${running.code} ends in ${Math.ceil(rest)} seconds`
      : 'No promise is running'
  }
  setInterval(tick, 250)
}

bindStartOver()
withKeeper(follow, (text) => {
  countdown.textContent = text
})
