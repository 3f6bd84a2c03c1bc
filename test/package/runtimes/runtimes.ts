import { createRequire } from 'node:module'

/** One that answers requests of the Web's own kind. */
export interface Runtime {
  readonly name: string
  /** The end of a module: it serves `answer` at a free port of 127.0.0.1 and prints `{ "port": … }`. */
  readonly serve: string
  /** It finds no packages: what it runs is one file. */
  readonly isBundled?: true
  /** What it is started with, in the folder of the module `served.js`. */
  readonly args: readonly string[]
  /** What it wants to find beside the module. */
  readonly files?: Readonly<Record<string, string>>
}

const adapter = createRequire(import.meta.url).resolve('@hono/node-server')

const WORKERD = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [(name = "served.js", esModule = embed "served.js")],
  compatibilityDate = "2026-10-01",
);
`

/** Each starts with as little as it can: Deno may listen and nothing else, a Worker has no Node in it. */
export const runtimes: readonly Runtime[] = [
  {
    name: 'node',
    serve: `import { serve } from '${adapter}'
      const tell = ({ port }) => console.log(JSON.stringify({ port }))
      serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, tell)`,
    args: ['served.js'],
  },
  {
    name: 'workerd',
    serve: 'export default { fetch: answer }',
    isBundled: true,
    args: ['serve', 'worker.capnp', '--control-fd=1'],
    files: { 'worker.capnp': WORKERD },
  },
  {
    name: 'deno',
    serve: `const onListen = ({ port }) => console.log(JSON.stringify({ port }))
      Deno.serve({ port: 0, hostname: '127.0.0.1', onListen }, answer)`,
    args: [
      'run',
      '--no-prompt',
      '--no-remote',
      '--no-lock',
      '--node-modules-dir=manual',
      '--allow-net=127.0.0.1',
      'served.js',
    ],
    // it looks for packages where there is a manifest
    files: { 'package.json': '{ "type": "module" }' },
  },
  {
    name: 'bun',
    serve: `const { port } = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: answer })
      console.log(JSON.stringify({ port }))`,
    args: ['--no-install', 'served.js'],
  },
]
