import { startChromium } from '../../support/devtools/start-chromium.js'
import { findBrowser } from '../../support/find-browser.js'
import { driveDevTools } from './drive-devtools.js'
import { driveWebDriver } from './drive-webdriver.js'
import { findFirefox } from './find-firefox.js'
import { findWebKit } from './find-webkit.js'
import { startFirefox } from './start-firefox.js'
import { startWebKit } from './start-webkit.js'
import type { Browser } from './tab.js'

/** The engines that shoppers have. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const

export type Engine = (typeof ENGINES)[number]

/** What a project of the runner is named after. */
export type Build = Engine | 'chromium-whole'

export const engineOf = (build: string): Engine =>
  build === 'chromium-whole' ? 'chromium' : (build as Engine)

/** Whether the engine is on this machine. */
export const hasBrowser: Readonly<Record<Engine, () => boolean>> = {
  chromium: () => !!findBrowser(),
  firefox: () => !!findFirefox(),
  webkit: () => !!findWebKit(),
}

/**
 * Opens a browser with nothing in it; rejects where the engine is not on this machine. Chromium is its lean build where there
 * is one, which takes a third less time and keeps no page to go back to.
 */
export const openBrowser: Readonly<Record<Build, () => Promise<Browser>>> = {
  chromium: () => driveDevTools(startChromium()),
  // coming back from checkout is a journey of its own
  'chromium-whole': () => driveDevTools(startChromium({ isWhole: true })),
  firefox: async () => driveWebDriver(await startFirefox(findFirefox() ?? 'firefox-esr')),
  webkit: async () => {
    const paths = findWebKit()
    if (!paths) throw new Error('WebKitGTK is not here')
    return driveWebDriver(await startWebKit(paths))
  },
}
