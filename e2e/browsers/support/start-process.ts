import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Process {
  /** The first line it says; rejects where it ends without a word. */
  readonly firstLine: () => Promise<string>
  readonly stop: () => Promise<void>
}

// The shell's input ends with this process, however that ends; then all of the group goes, the shell as well.
const GROUP = '("$@"; kill -9 0) & read -r _; kill -9 0'

/** Starts a program; it is killed, with its children, at the latest when this process ends or is killed itself. */
export const startProcess = (command: readonly string[], env: NodeJS.ProcessEnv = {}): Process => {
  const child = spawn('sh', ['-c', GROUP, 'sh', ...command], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // a group of its own, so that its helpers end with it
    detached: true,
    env: { ...process.env, ...env },
  })
  const kill = (): void => {
    try {
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    } catch {}
  }
  process.once('exit', kill)
  const ended = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error']) child.once(event, () => resolve())
  })
  const silent = ended.then(() => {
    throw new Error(`${command[0]} ended before it said anything`)
  })
  // whoever asks for the line hears of it
  silent.catch(() => {})
  child.stdout.setEncoding('utf8')
  const spoken = once(child.stdout, 'data')
  return {
    firstLine: async () => String((await Promise.race([spoken, silent]))[0]).trim(),
    stop: () => {
      process.removeListener('exit', kill)
      kill()
      return ended
    },
  }
}
