import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const READY = 'READY '

/** Milliseconds: a machine under load takes many times what an idle one does. */
const PATIENCE = 180_000

export interface Child {
  /** What the child said when it was ready. */
  readonly said: unknown
  readonly stop: () => Promise<void>
}

export interface StartChildOptions {
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv | undefined
}

/** Runs a script of Node and waits until it says `READY <json>`. It ends with `stop`, or with this process. */
export const startChild = (script: string, { cwd, env }: StartChildOptions): Promise<Child> => {
  // a child that reads its input sees this process go
  const child = spawn(process.execPath, [script], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const stop = (): Promise<void> => {
    child.kill()
    return ended
  }
  const output: string[] = []
  createInterface(child.stderr).on('line', (line) => output.push(line))

  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      child.kill()
      reject(new Error(`${script} ${what}\n${output.slice(-20).join('\n')}`))
    }
    const timer = setTimeout(() => fail('took too long to start'), PATIENCE)
    child.once('exit', () => {
      clearTimeout(timer)
      fail('ended before it was ready')
    })
    createInterface(child.stdout).on('line', (line) => {
      output.push(line)
      if (!line.startsWith(READY)) return
      clearTimeout(timer)
      resolve({ said: JSON.parse(line.slice(READY.length)), stop })
    })
  })
}
