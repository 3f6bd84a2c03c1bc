import { existsSync } from 'node:fs'

const places = (): readonly (string | undefined)[] => [
  process.env['FIREFOX_PATH'],
  '/usr/bin/firefox-esr',
]

/** The path of the Firefox of long-term systems; undefined where there is none. */
export const findFirefox = (): string | undefined =>
  places().find((path): path is string => path !== undefined && existsSync(path))
