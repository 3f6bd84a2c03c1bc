import { hasBrowser } from '../e2e/browsers/support/browsers.js'
import {
  missingBrowsers,
  startInstallingBrowsers,
} from '../e2e/browsers/support/install-browsers.js'
import { hasEngine, startInstalling, whyNot } from '../e2e/engines/install-engine.js'
import { findPostgres } from '../e2e/engines/medusa/find-postgres.js'
import { installBrowser } from '../e2e/support/install-browser.js'
import { audit } from './audit/audit.js'
import { countProjects } from './count-projects.js'
import type { Count } from './count-tests.js'
import { findRuntime } from './package/runtimes/find-runtime.js'
import { startInstallingRuntimes } from './package/runtimes/install-runtimes.js'
import { runtimes } from './package/runtimes/runtimes.js'
import { reportOf, runStage, say } from './run-stage.js'
import { standShops } from './stand-shops.js'
import { findPhp } from './support/woocommerce-plugin/find-php.js'

const isWhole = !!process.env['CI']

// Beside the stages that need none of them. Vendure is for everybody; what takes minutes or 100 MB is for whole runs and for
// those who have it.
const vendure = startInstalling('vendure')
const medusa = isWhole ? startInstalling('medusa') : Promise.resolve(hasEngine('medusa'))
const brought = isWhole ? startInstallingRuntimes() : Promise.resolve()
const browsers = isWhole ? startInstallingBrowsers() : Promise.resolve()

/** Those that stand for all stages of a whole run. */
export const shops = standShops(isWhole ? { vendure, medusa } : {})

/** What this machine cannot run fails where a whole run is promised, and is said elsewhere. */
const missing = (sentence: string): Count => {
  say(sentence)
  return { passed: 0, failed: isWhole ? 1 : 0 }
}

const runPackage = async (): Promise<Count> => {
  await brought
  const names = runtimes.map(({ name }) => name).filter((name) => !findRuntime(name))
  const lacking = names.length
    ? missing(
        `package: discount-keeper/server is not run in ${names.join(' and ')}: not here; a run with CI=true brings them`,
      )
    : { passed: 0, failed: 0 }
  const { failed: failures, passed: passes } = await runStage('package')
  return { passed: passes, failed: failures + lacking.failed }
}

const runUnit = (): Promise<Count> => {
  if (!findPostgres()) say('unit: no PostgreSQL is here, so what shares a database is not run')
  if (!findPhp()) say('unit: no PHP is here, so the plugin for WooCommerce is not run')
  return runStage('unit')
}

const runEngines = async (): Promise<Count> => {
  await shops.ready
  if (!(await medusa))
    say(`engines: ${whyNot('medusa') ?? 'medusa waits for npm ci --prefix e2e/engines/medusa'}`)
  return (await vendure)
    ? runStage('engines')
    : missing('engines: vendure could not be installed, so nothing was tried on a live shop')
}

const runE2e = async (): Promise<Count> => {
  // one installation at a time
  await browsers
  const browser = installBrowser()
  if (!browser)
    return missing('e2e: no Chromium found and none could be installed; set CHROMIUM_PATH')
  process.env['CHROMIUM_PATH'] = browser
  return runStage('e2e')
}

/** A registry may answer no audits, a whole run or not: then that is said, and nothing is counted. */
const runAudit = async (): Promise<Count> => {
  const { isClean, sentence } = await audit()
  say(`audit: ${sentence}`)
  return { passed: isClean === true ? 1 : 0, failed: isClean === false ? 1 : 0 }
}

const runBrowsers = async (): Promise<Count> => {
  if (!hasBrowser.chromium()) return missing('browsers: no Chromium found, so nothing was compared')
  const absent = missingBrowsers().map((name) =>
    missing(
      `browsers: ${name} is not here, so nothing was tried in it (see Browsers in README.md)`,
    ),
  )
  const { passed, failed } = await runStage('browsers')
  for (const line of countProjects(reportOf('browsers'))) say(`browsers: ${line}`)
  return { passed, failed: absent.reduce((all, count) => all + count.failed, failed) }
}

/** Stages that first look for what they need, by name; all others are their npm script. */
export const stages: Readonly<Record<string, () => Promise<Count>>> = {
  audit: runAudit,
  package: runPackage,
  unit: runUnit,
  engines: runEngines,
  e2e: runE2e,
  browsers: runBrowsers,
}
