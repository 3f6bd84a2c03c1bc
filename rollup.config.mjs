import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import esbuild from 'rollup-plugin-esbuild'

const { dependencies, exports, peerDependencies, version } = JSON.parse(
  readFileSync('package.json', 'utf8'),
)

// What `exports` promises is what is built: its types name the source, its file the kind of build.
const entries = Object.values(exports).map(({ types, default: file }) => ({
  file,
  input: types.replace('./dist/esm/', 'src/').replace('.d.ts', '.ts'),
}))
const isModule = ({ file }) => file.startsWith('./dist/esm/')

// Only what compiles replaces what was there.
const clean = {
  name: 'clean',
  generateBundle: () => rmSync('dist', { recursive: true, force: true }),
}

// Each script adds its line, as it stands in `integrity` of a tag.
const sums = {}
const integrity = {
  name: 'integrity',
  writeBundle: ({ file }) => {
    const sum = createHash('sha384').update(readFileSync(file)).digest('base64')
    sums[basename(file)] = `sha384-${sum}`
    writeFileSync('dist/integrity.json', JSON.stringify(sums, undefined, 2) + '\n')
  },
}

const onwarn = ({ message }) => {
  throw new Error(message)
}

// The compiler checks all and writes the types; what it refuses replaces nothing.
const TSC = 'node_modules/typescript-native/bin/tsc'
const declarations = () => {
  let types = ''
  return {
    name: 'declarations',
    buildStart: () => {
      types = mkdtempSync(join(tmpdir(), 'discount-keeper-types-'))
      const emit = ['--noEmit', 'false', '--emitDeclarationOnly', '--outDir', types]
      execFileSync(process.execPath, [TSC, ...emit], { stdio: 'inherit' })
    },
    writeBundle: ({ dir }) => cpSync(types, dir, { recursive: true }),
    closeBundle: () => rmSync(types, { recursive: true, force: true }),
  }
}

// a package, or a file of one
const isDependency = (id) =>
  Object.keys({ ...dependencies, ...peerDependencies }).some(
    (name) => id === name || id.startsWith(name + '/'),
  )

const modules = {
  input: entries.filter(isModule).map(({ input }) => input),
  external: isDependency,
  output: {
    dir: 'dist/esm',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
    // a server component may name it
    banner: ({ name }) => (name === 'react/index' ? "'use client';" : ''),
  },
  plugins: [declarations(), esbuild({ target: 'es2020' }), clean],
  onwarn,
}

// What a keeping file hands on, its source says; the script beside it imports that from there.
const handedOn = (file) => {
  const entry = entries.find((other) => other.file.endsWith('/' + file))
  const source = entry ? readFileSync(entry.input, 'utf8') : ''
  return [...source.matchAll(/ from '.*(\/.+)'/g)].map(([, name]) => name)
}

// What a script brings on demand is a file of its own beside it: modules, and the file that holds them.
const beside = (file) => {
  const keeping = basename(file).replace(/(\.keeping)?\.js$/, '.keeping.js')
  return [
    { names: handedOn(keeping), at: keeping },
    { names: ['/show-inspector.js'], at: 'discount-keeper.inspector.js' },
    { names: ['/standard-action.js'], at: 'discount-keeper.actions.js' },
    { names: ['/create-safe-codes.js'], at: 'discount-keeper.safe-codes.js' },
    { names: ['/refresh-cookies.js'], at: 'discount-keeper.refresher.js' },
  ]
}
const isIn = (names, id) => names.some((name) => id.endsWith(name))
const isBeside = ({ file }) => /\.(keeping|inspector|actions|safe-codes|refresher)\.js$/.test(file)

// A classic script of another origin has no base of its own to import from: its address is named.
const fromScript = {
  name: 'from-script',
  renderDynamicImport: ({ format }) =>
    format === 'iife' ? { left: 'import(new URL(', right: ', scriptUrl).href)' } : undefined,
}

// Chromium compiles such a file while it arrives, off the main thread: nearly all of it is run where it is loaded.
const EAGER = '//# allFunctionsCalledOnLoad'
const isEager = ({ file }) => /keeper(\.woocommerce)?(\.keeping)?\.js$/.test(file)

const script = (entry) => ({
  input: entry.input,
  external: (id) =>
    id !== entry.input &&
    beside(entry.file).some(({ at, names }) => isIn(names, id) && !entry.file.endsWith(at)),
  output: {
    file: entry.file,
    format: isBeside(entry) ? 'es' : 'iife',
    // of the same version, whatever a cache holds
    paths: (id) => `./${beside(entry.file).find(({ names }) => isIn(names, id)).at}?v=${version}`,
    intro: ({ dynamicImports }) =>
      !isBeside(entry) && dynamicImports.length
        ? 'const scriptUrl = document.currentScript?.src || location.href'
        : '',
    sourcemap: true,
    // the same wherever packages are installed
    sourcemapPathTransform: (path) => path.replace(/^.*\/node_modules\//, '../node_modules/'),
  },
  plugins: [
    nodeResolve(),
    fromScript,
    // the modules were checked
    esbuild({ target: 'es2020' }),
    terser({
      ecma: 2020,
      toplevel: true,
      compress: { passes: 5, unsafe_arrows: true, unsafe_methods: true },
      format: { comments: false, preamble: isEager(entry) ? EAGER : '' },
    }),
    integrity,
  ],
  onwarn,
})

export default [modules, ...entries.filter((entry) => !isModule(entry)).map(script)]
