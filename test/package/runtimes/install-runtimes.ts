import { join } from 'node:path'
import { isInstalled, startInstallingPackages } from '../../../e2e/support/install-packages.js'

const directory = join(import.meta.dirname, 'installed')

/** Brings Deno and Bun, about 100 MB, beside whatever else this process does; resolves to whether they are here. Never rejects. */
export const startInstallingRuntimes = (): Promise<boolean> =>
  isInstalled(directory) ? Promise.resolve(true) : startInstallingPackages(directory)
