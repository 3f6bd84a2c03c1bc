import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Driven, Session } from './driven.js'
import { FIREFOX_PREFS } from './firefox-prefs.js'
import { sendByMarionette } from './send-by-marionette.js'
import { startProcess } from './start-process.js'
import { untilWorks } from './tab.js'

const PREFS = Object.entries(FIREFOX_PREFS)
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
  .join('\n')

/** Starts Firefox without a window, with a profile of its own and Marionette, the driver within it. */
export const startFirefox = async (path: string): Promise<Driven> => {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'))
  writeFileSync(join(profile, 'user.js'), PREFS)
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile]
  const firefox = startProcess([path, ...args], { MOZ_CRASHREPORTER_DISABLE: '1' })
  const stop = async (): Promise<void> => {
    await firefox.stop()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const send = await untilWorks(() => {
      const port = Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'))
      return sendByMarionette(port)
    })
    const { capabilities } = (await send({ name: 'NewSession' })) as Session
    return { send, version: `firefox ${capabilities.browserVersion}`, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
