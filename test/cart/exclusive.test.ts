import { describe, expect, it } from 'vitest'

import { createExclusive } from '../../src/cart/exclusive.js'
import { pageWith } from './page-with.js'

/** Locks as a browser grants them: one holder of a name at a time, whoever asks. */
const openLocks = () => {
  let tail: Promise<unknown> = Promise.resolve()
  const asked: string[] = []
  const request = (
    name: string,
    _: LockOptions,
    task: () => Promise<unknown>,
  ): Promise<unknown> => {
    asked.push(name)
    const done = tail.then(task)
    tail = done.catch(() => undefined)
    return done
  }
  return { asked, locks: { request } as unknown as LockManager }
}

/** Tasks that write down when they begin and end. */
const openLog = () => {
  const log: string[] = []
  const task = (name: string) => async () => {
    log.push(name + ' begins')
    await Promise.resolve()
    await Promise.resolve()
    log.push(name + ' ends')
  }
  return { log, task }
}

const IN_TURN = ['one begins', 'one ends', 'two begins', 'two ends']
const rejecting = {
  request: () => Promise.reject(new Error('SecurityError')),
} as unknown as LockManager
const throwing = {
  request: () => {
    throw new Error('SecurityError')
  },
} as unknown as LockManager

describe('createExclusive', () => {
  it.each([
    ['absent', (): LockManager | undefined => undefined],
    ['there and rejecting', () => rejecting],
    ['there and throwing', () => throwing],
    ['working', () => openLocks().locks],
  ] as const)('runs tasks in turn, each once, with locks %s', async (_, locks) => {
    const { log, task } = openLog()
    const exclusive = createExclusive(() => pageWith(locks()))
    await Promise.all([exclusive(task('one')), exclusive(task('two'))])
    expect(log).toEqual(IN_TURN)
  })

  it('runs tasks of two tabs in turn where locks work', async () => {
    const { log, task } = openLog()
    const { asked, locks } = openLocks()
    const [here, there] = [
      createExclusive(() => pageWith(locks)),
      createExclusive(() => pageWith(locks)),
    ]
    await Promise.all([here(task('one')), there(task('two'))])
    expect(log).toEqual(IN_TURN)
    expect(new Set(asked).size).toBe(1)
  })

  it('goes on after a task that rejects', async () => {
    const { log, task } = openLog()
    const exclusive = createExclusive(() => pageWith(openLocks().locks))
    const failed = exclusive(() => Promise.reject(new Error('first')))
    await Promise.all([expect(failed).rejects.toThrow('first'), exclusive(task('two'))])
    expect(log).toEqual(['two begins', 'two ends'])
  })

  it('never runs a task twice, even if the lock rejects after it', async () => {
    let runs = 0
    const late = {
      request: async (_: string, __: LockOptions, task: () => Promise<void>) => {
        await task()
        throw new Error('stolen')
      },
    } as unknown as LockManager
    await createExclusive(() => pageWith(late))(() => Promise.resolve(void runs++))
    expect(runs).toBe(1)
  })
})
