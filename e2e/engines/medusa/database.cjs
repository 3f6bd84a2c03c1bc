const { execFileSync, spawn } = require('node:child_process')
const { chownSync, mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const numberOf = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))

/** Starts a database of its own in a new folder, with the programs of that folder; `stop` takes all away. */
const startDatabase = async (programs, port) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'discount-keeper-database-'))
  // it refuses to run as root
  const owner = process.getuid() === 0 ? { uid: numberOf('-u'), gid: numberOf('-g') } : {}
  if (owner.uid) chownSync(directory, owner.uid, owner.gid)
  const data = path.join(directory, 'data')
  const options = { ...owner, cwd: directory, stdio: 'ignore' }
  const initial = ['-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync']
  execFileSync(path.join(programs, 'initdb'), initial, options)

  const settings = ['listen_addresses=127.0.0.1', 'fsync=off'].flatMap((one) => ['-c', one])
  const flags = ['-D', data, '-p', String(port), '-k', directory, ...settings]
  const server = spawn(path.join(programs, 'postgres'), flags, options)
  const psql = [
    path.join(programs, 'psql'),
    '-qh',
    '127.0.0.1',
    '-p',
    String(port),
    '-U',
    'postgres',
  ]
  const run = (command) => execFileSync(psql[0], [...psql.slice(1), '-c', command], options)
  for (let tries = 0; ; tries++) {
    try {
      run('create database medusa')
      break
    } catch (error) {
      if (tries > 100 || server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/medusa`,
    /** A program and its arguments, for whoever wants to change something behind the shop's back. */
    psql: [...psql, '-d', 'medusa', '-c'],
    stop: () => {
      server.kill('SIGQUIT')
      rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

module.exports = { startDatabase }
