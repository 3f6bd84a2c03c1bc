import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHROMIUM_ARGS } from './chromium-args.js'
import { findBrowser } from './find-browser.js'

/**
 * Opens a page in a browser that no driver is attached to, since one that is switches prerendering off: the page has to act
 * and report by itself. Answers what closes it.
 */
export const openUndriven = (url: string): (() => Promise<void>) => {
  const profile = mkdtempSync(join(tmpdir(), 'discount-keeper-profile-'))
  const browser = spawn(
    findBrowser() ?? 'chromium',
    ['--headless=new', ...CHROMIUM_ARGS, `--user-data-dir=${profile}`, url],
    // a group of its own, so that its helpers end with it
    { stdio: 'ignore', detached: true },
  )
  const ended = new Promise<void>((resolve) => {
    browser.once('exit', () => resolve())
    browser.once('error', () => resolve())
  })
  return async () => {
    if (browser.pid) process.kill(-browser.pid, 'SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
