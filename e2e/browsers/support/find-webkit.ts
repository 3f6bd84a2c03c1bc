import { existsSync, readdirSync } from 'node:fs'

/** What WebKitGTK needs to be driven, each as a path. */
export interface WebKitPaths {
  readonly browser: string
  readonly driver: string
  readonly screen: string
}

const LIBRARIES = '/usr/lib'
const BROWSER = 'webkit2gtk-4.1/MiniBrowser'

const browsers = (): readonly string[] =>
  existsSync(LIBRARIES)
    ? readdirSync(LIBRARIES)
        .map((folder) => `${LIBRARIES}/${folder}/${BROWSER}`)
        .filter((path) => existsSync(path))
    : []

/** WebKitGTK on this machine, as Debian's `webkit2gtk-driver` and `xvfb` bring it; undefined where a part is missing. */
export const findWebKit = (): WebKitPaths | undefined => {
  const [browser] = browsers()
  const driver = '/usr/bin/WebKitWebDriver'
  const screen = '/usr/bin/Xvfb'
  return browser && [driver, screen].every((path) => existsSync(path))
    ? { browser, driver, screen }
    : undefined
}
