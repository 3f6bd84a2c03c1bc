import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const places = (): readonly (string | undefined)[] => [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
]

// Some systems ship a stand-in that only says how to install the browser.
const answers = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0

const findFirst = (paths: readonly (string | undefined)[]): string | undefined =>
  paths.find((path): path is string => path !== undefined && answers(path))

/** The path of the first Chromium on this machine that runs. */
export const findBrowser = (): string | undefined => findFirst(places())

/** The path of Chromium's lean build without windows, which takes a third less time and keeps no page to go back to. */
export const findShell = (): string | undefined =>
  findFirst([process.env['CHROMIUM_SHELL_PATH'], '/usr/bin/chromium-headless-shell'])
