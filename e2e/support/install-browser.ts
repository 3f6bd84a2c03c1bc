import { spawnSync } from 'node:child_process'
import { findBrowser, findShell } from './find-browser.js'

const run = (command: string): void => {
  spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 300_000,
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
    },
  })
}

const isRoot = process.getuid?.() === 0
const install = 'apt-get update && apt-get install -y --no-install-recommends'
const installs: readonly string[] = [
  'npx playwright install chromium',
  ...(isRoot ? [`${install} chromium`] : []),
]

/** The browser of this machine, installed first where there is none; undefined where that failed. */
export const installBrowser = (): string | undefined => {
  let browser = findBrowser()
  for (const command of installs) {
    if (browser) break
    run(command)
    browser = findBrowser()
  }
  // the lean build saves minutes, so a whole run fetches it; without it all runs in the other
  if (isRoot && process.env['CI'] && !findShell()) run(`${install} chromium-headless-shell`)
  return browser
}
