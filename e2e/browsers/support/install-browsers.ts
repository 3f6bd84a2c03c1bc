import { spawn } from 'node:child_process'
import { ENGINES, type Engine, hasBrowser } from './browsers.js'

/** Milliseconds: many times what a slow network took. */
const PATIENCE = 400_000

// As Debian and its kin name them.
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb']
const INSTALL = `apt-get update && apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`

/** Engines besides Chromium that are not on this machine. */
export const missingBrowsers = (): readonly Engine[] =>
  ENGINES.filter((engine) => engine !== 'chromium' && !hasBrowser[engine]())

/**
 * Installs Firefox and WebKit where they are missing, beside whatever else this process does; resolves when that is over,
 * and never rejects. What the system has to say of a failure goes to the output at the end.
 */
export const startInstallingBrowsers = async (): Promise<void> => {
  if (!missingBrowsers().length || process.getuid?.() !== 0) return
  const child = spawn(INSTALL, {
    shell: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: PATIENCE,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve()).once('close', () => resolve())
  })
  if (missingBrowsers().length) process.stdout.write(`\nbrowsers: ${complaints.join('')}\n`)
}
