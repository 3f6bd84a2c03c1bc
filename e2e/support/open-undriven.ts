import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.js'

/**
 * Opens a page in a browser that no driver is attached to, since one that is switches prerendering off: the page has to act
 * and report by itself. Answers what closes it.
 */
export const openUndriven = (url: string): (() => Promise<void>) => {
  const profile = mkdtempSync(join(tmpdir(), 'discount-keeper-profile-'))
  const browser = spawn(
    findBrowser() ?? 'chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      url,
    ],
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
