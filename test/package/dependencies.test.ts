import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readText, root } from './manifest.js'
import { run } from './run.js'

interface Bill {
  readonly components: readonly { readonly name: string; readonly version: string }[]
}

const { dependencies } = JSON.parse(readText('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>
}
const names = Object.keys(dependencies).sort()

/** The rows of the table under "Runtime dependencies", a package and its reason each. */
const [, table = ''] =
  /\n### Runtime dependencies\n([^]*?)\n(?=#|<\/details>)/.exec(readText('README.md')) ?? []
const rows = [...table.matchAll(/^\| `([^`]+)` \|.*\| (.+) \|$/gm)]

describe('the runtime dependencies', () => {
  it('are listed in the README, each with its reason', () => {
    expect(rows.map(([, name = '']) => name)).toEqual(names)
    for (const [, name, reason] of rows) expect(reason?.split(' ').length, name).toBeGreaterThan(3)
  })

  it('are all used', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readText(`src/${path}`))
      .join('\n')
    const imported = names.filter((name) => new RegExp(` from '${name}['/]`).test(sources))
    expect(imported).toEqual(names)
  })

  it('are the whole bill of materials: they bring nothing else', () => {
    const { output, status } = run(['npm', 'run', '--silent', 'sbom'])
    expect(status, output).toBe(0)
    // npm may have warnings to tell before and after
    const bill = JSON.parse(
      output.slice(output.indexOf('{\n'), output.lastIndexOf('\n}') + 2),
    ) as Bill
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX' })
    expect(bill.components.map(({ name }) => name).sort()).toEqual(names)
  })

  it('that are built into a script file are named in LICENSE', () => {
    const maps = readdirSync(join(root, 'dist')).filter((file) => file.endsWith('.js.map'))
    const built = maps.flatMap((file) => {
      const { sources } = JSON.parse(readFileSync(join(root, 'dist', file), 'utf8')) as {
        readonly sources: readonly string[]
      }
      return sources.flatMap(
        (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
      )
    })
    expect(new Set(built)).toEqual(new Set(['js-cookie']))
    for (const name of built) expect(readText('LICENSE')).toContain(name)
  })
})
