import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { root } from './manifest.js'

export interface PackedFile {
  readonly path: string
  readonly size: number
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** A project that has the packed package, and nothing of this checkout, among its modules. */
    readonly consumer: string
    readonly tarball: string
    readonly packed: readonly string[]
  }
}

/** Packs the package once and installs it where a user would have it. */
export const setup = (project: TestProject): (() => void) => {
  const consumer = mkdtempSync(join(tmpdir(), 'discount-keeper-user-'))
  const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', consumer]
  const answer = JSON.parse(execFileSync('npm', packing, { cwd: root, encoding: 'utf8' }))
  const [{ filename, files }] = Object.values(answer) as [
    { readonly filename: string; readonly files: readonly PackedFile[] },
  ]
  const tarball = join(consumer, filename)
  const installed = join(consumer, 'node_modules')
  mkdirSync(installed)
  execFileSync('tar', ['-xzf', tarball, '-C', installed])
  renameSync(join(installed, 'package'), join(installed, 'discount-keeper'))
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const name of Object.keys(dependencies))
    symlinkSync(join(root, 'node_modules', name), join(installed, name))

  project.provide('consumer', consumer)
  project.provide('tarball', tarball)
  project.provide(
    'packed',
    files.map(({ path }) => path),
  )
  return () => rmSync(consumer, { recursive: true })
}
