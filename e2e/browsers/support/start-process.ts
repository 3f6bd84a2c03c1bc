import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Process {
  /** The first line it says; rejects where it ends without a word. */
  readonly firstLine: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts a program; it is killed, with its children, at the latest when this process ends. */
export const startProcess = (
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Process => {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
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
    throw new Error(`${program} ended before it said anything`)
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
