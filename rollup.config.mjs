import { readFileSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'

const { dependencies, exports, version } = JSON.parse(readFileSync('package.json', 'utf8'))

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

const onwarn = ({ message }) => {
  throw new Error(message)
}

const compile = (options) =>
  typescript({ noEmit: false, sourceMap: true, inlineSources: true, ...options })

const modules = {
  input: entries.filter(isModule).map(({ input }) => input),
  external: Object.keys(dependencies),
  output: { dir: 'dist/esm', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true },
  plugins: [compile({ declarationDir: 'dist/esm' }), clean],
  onwarn,
}

// A script tag brings the rest on demand: it is the file beside it, of the same version whatever a cache holds.
const keepingOf = (file) => file.replace(/\.js$/, '.keeping.js')
const isKeeping = ({ file }) => entries.some((entry) => keepingOf(entry.file) === file)

// What the second file hands on, its source says; the first one imports it from there.
const handedOn = ({ file }) => {
  const rest = entries.find((entry) => entry.file === keepingOf(file))
  const source = rest ? readFileSync(rest.input, 'utf8') : ''
  return [...source.matchAll(/ from '.*(\/.+)'/g)].map(([, name]) => name)
}

const script = (entry) => ({
  input: entry.input,
  external: (id) => handedOn(entry).some((name) => id.endsWith(name)),
  output: {
    file: entry.file,
    format: isKeeping(entry) ? 'es' : 'iife',
    paths: () => `./${basename(keepingOf(entry.file))}?v=${version}`,
    sourcemap: true,
  },
  plugins: [
    nodeResolve(),
    // the modules were checked
    compile({ declaration: false, isolatedDeclarations: false, noCheck: true }),
    terser({
      ecma: 2020,
      toplevel: true,
      compress: { passes: 5, unsafe_arrows: true, unsafe_methods: true },
      format: { comments: false },
    }),
  ],
  onwarn,
})

export default [modules, ...entries.filter((entry) => !isModule(entry)).map(script)]
