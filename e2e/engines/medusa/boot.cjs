// A Medusa shop on a database of its own: says `READY <json>` when it is seeded, and takes everything with it as it ends.
const { execFileSync } = require('node:child_process')
const {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} = require('node:fs')
const { createServer } = require('node:net')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { startDatabase } = require('./database.cjs')
const { placeOrder, seed } = require('./seed.cjs')

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** The shop writes where it runs: not into the checkout. */
const makeHome = () => {
  const home = mkdtempSync(path.join(tmpdir(), 'discount-keeper-medusa-'))
  mkdirSync(path.join(home, 'src'))
  copyFileSync(path.join(__dirname, 'medusa-config.cjs'), path.join(home, 'medusa-config.js'))
  // its modules are CommonJS
  const described = { ...require('./package.json'), type: 'commonjs' }
  writeFileSync(path.join(home, 'package.json'), JSON.stringify(described))
  symlinkSync(path.join(__dirname, 'node_modules'), path.join(home, 'node_modules'))
  return home
}

const leftovers = []
const end = (status = 0) => {
  for (const take of leftovers.splice(0)) take()
  process.exit(status)
}

const start = async () => {
  const database = await startDatabase(process.env.POSTGRES_PROGRAMS, await freePort())
  const home = makeHome()
  leftovers.push(database.stop, () => rmSync(home, { recursive: true, force: true }))
  Object.assign(process.env, {
    NODE_ENV: 'production',
    MEDUSA_DISABLE_TELEMETRY: 'true',
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.url,
  })
  process.chdir(home)
  const cli = path.join(__dirname, 'node_modules/@medusajs/cli/cli.js')
  const migrate = [cli, 'db:migrate', '--skip-scripts', '--execute-all-links']
  execFileSync(process.execPath, migrate, { stdio: 'ignore' })

  const flows = require('@medusajs/medusa/core-flows')
  const app = require('express')()
  const { default: load } = require('@medusajs/medusa/loaders/index')
  const { container } = await load({ directory: home, expressApp: app })
  const place = await seed(container, flows)
  const port = await freePort()
  await new Promise((resolve) => app.listen(port, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${port}`
  await placeOrder(endpoint, place, 'ONCE')
  process.stdout.write(`READY ${JSON.stringify({ ...place, endpoint, psql: database.psql })}\n`)
}

process.once('SIGTERM', () => end())
// whoever started the shop is gone: so is the shop
process.stdin.on('close', () => end()).resume()
start().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  end(1)
})
