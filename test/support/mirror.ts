import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A copy of the checkout by links, in which files can be added without touching it. */
export interface Mirror {
  readonly directory: string
  /** Writes a file where its path says, beside everything that is there; throws where the path is taken. */
  readonly add: (path: string, text: string) => void
  readonly remove: () => void
}

/** Opens a mirror inside the checkout, where its packages are found. */
export const openMirror = (root: string): Mirror => {
  const results = join(root, '.results')
  mkdirSync(results, { recursive: true })
  const directory = mkdtempSync(join(results, 'mirror-'))
  const opened = new Set<string>()

  /** A folder of its own, in which all entries are links. */
  const open = (path: string): void => {
    if (opened.has(path)) return
    if (path !== '.') {
      open(dirname(path))
      rmSync(join(directory, path))
      mkdirSync(join(directory, path))
    }
    // packages are found further up, as from anywhere in the checkout
    for (const name of readdirSync(join(root, path)))
      if (!/^\.|^node_modules$/.test(name))
        symlinkSync(join(root, path, name), join(directory, path, name))
    opened.add(path)
  }

  return {
    directory,
    add: (path, text) => {
      open(dirname(path))
      writeFileSync(join(directory, path), text, { flag: 'wx' })
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
