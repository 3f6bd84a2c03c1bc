import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { CHROMIUM_ARGS } from '../chromium-args.js'
import { findBrowser, findShell } from '../find-browser.js'
import { openPipe, type Pipe, type Session } from './open-pipe.js'

/** A browser without a window that is told by the DevTools protocol what to do, and by nobody watched. */
export interface Chromium extends Session, Pick<Pipe, 'page'> {
  readonly close: () => Promise<void>
}

export interface StartOptions {
  /** The whole build, which keeps pages to go back to; else the lean one where there is one. */
  readonly isWhole?: boolean | undefined
  readonly args?: readonly string[] | undefined
}

const ARGS = [
  ...CHROMIUM_ARGS,
  '--headless=new',
  '--remote-debugging-pipe',
  '--mute-audio',
  // what a test does is no abuse
  '--disable-popup-blocking',
  '--disable-ipc-flooding-protection',
  '--disable-prompt-on-repost',
  '--disable-hang-monitor',
  // nothing but the browser
  '--disable-breakpad',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-field-trial-config',
  '--disable-search-engine-choice-screen',
  '--no-default-browser-check',
  '--password-store=basic',
  // every tab is looked at, as far as its page can tell
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** Starts one for pages by the thousand: a driver that follows all that pages do costs as much as the pages. */
export const startChromium = ({ args = [], isWhole = false }: StartOptions = {}): Chromium => {
  const profile = mkdtempSync(join(tmpdir(), 'discount-keeper-profile-'))
  const lean = isWhole ? undefined : findShell()
  // it keeps no page, and would make room for one nevertheless
  const back = lean ? ['--disable-back-forward-cache'] : []
  const child = spawn(
    lean ?? findBrowser() ?? 'chromium',
    [...ARGS, ...back, ...args, `--user-data-dir=${profile}`, 'about:blank'],
    // a group of its own, so that its helpers end with it
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  )
  const [, , , orders, answers] = child.stdio as unknown as readonly [0, 0, 0, Writable, Readable]
  const { browser, end, page } = openPipe(orders, answers)
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) child.once(event, () => resolve())
  })
  void ended.then(end)
  const kill = (): void => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {}
  }
  process.once('exit', kill)
  return {
    ...browser,
    page,
    close: async () => {
      process.removeListener('exit', kill)
      kill()
      await ended
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
