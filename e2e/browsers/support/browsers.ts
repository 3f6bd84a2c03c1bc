import { chromium, firefox } from '@playwright/test'
import { findBrowser, findShell } from '../../support/find-browser.js'
import { drivePlaywright } from './drive-playwright.js'
import { driveWebDriver } from './drive-webdriver.js'
import { findFirefox } from './find-firefox.js'
import { findWebKit } from './find-webkit.js'
import { startWebKit } from './start-webkit.js'
import type { Browser } from './tab.js'

/** The engines that shoppers have. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const

export type Engine = (typeof ENGINES)[number]

/** What a project of the runner is named after. */
export type Build = Engine | 'chromium-whole'

export const engineOf = (build: string): Engine =>
  build === 'chromium-whole' ? 'chromium' : (build as Engine)

const ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const FIREFOX = {
  'dom.disable_open_during_load': false,
  // what only costs time where no page is seen twice
  'browser.cache.disk.enable': false,
  'browser.sessionstore.resume_from_crash': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'network.http.speculative-parallel-limit': 0,
}

/** Whether the engine is on this machine. */
export const hasBrowser: Readonly<Record<Engine, () => boolean>> = {
  chromium: () => !!findBrowser(),
  firefox: () => !!findFirefox(),
  webkit: () => !!findWebKit(),
}

const openChromium = async (isWhole: boolean): Promise<Browser> => {
  const lean = isWhole ? undefined : findShell()
  const executablePath = lean ?? findBrowser()
  return drivePlaywright(
    await chromium.launch({
      ...(executablePath && { executablePath }),
      args: [...ARGS],
      // coming back from checkout is a journey of its own; the lean build keeps no page anyhow
      ...(!lean && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
    }),
  )
}

/**
 * Opens a browser with nothing in it; rejects where the engine is not on this machine. Chromium is its lean build where there
 * is one, which takes a third less time and keeps no page to go back to.
 */
export const openBrowser: Readonly<Record<Build, () => Promise<Browser>>> = {
  chromium: () => openChromium(false),
  'chromium-whole': () => openChromium(true),
  firefox: async () =>
    drivePlaywright(
      await firefox.launch({
        channel: 'moz-firefox',
        executablePath: findFirefox() ?? 'firefox-esr',
        firefoxUserPrefs: FIREFOX,
      }),
    ),
  webkit: async () => {
    const paths = findWebKit()
    if (!paths) throw new Error('WebKitGTK is not here')
    return driveWebDriver(await startWebKit(paths))
  },
}
