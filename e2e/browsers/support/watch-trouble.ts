import type { Shop } from '../fixtures.js'
import { inlineScript } from './inline-script.js'

const PATH = '/trouble'

const REPORT = `
  const report = (what) => {
    fetch('${PATH}?what=' + encodeURIComponent(what), { mode: 'no-cors', keepalive: true }).catch(() => {})
  }
  addEventListener('error', ({ message }) => report(message))
  addEventListener('unhandledrejection', ({ reason }) => report(String(reason)))
  document.addEventListener('securitypolicyviolation', (event) => {
    report('violation of ' + event.effectiveDirective + ': ' + event.blockedURI + ' ' + event.sample)
  })
  const { error } = console
  console.error = (...said) => {
    report(said.join(' '))
    error.apply(console, said)
  }`

/** A script for the head of every page that tells the shop what goes wrong there: policy violations and errors, thrown or logged. */
export const REPORTER: string = inlineScript(REPORT)

/** What was told so far. */
export const troubleOf = ({ requests }: Shop): readonly string[] =>
  requests.filter(({ path }) => path === PATH).map(({ query }) => query['what'] ?? '')
