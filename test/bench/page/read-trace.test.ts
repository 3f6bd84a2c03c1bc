import { expect, it } from 'vitest'
import { readTrace } from './read-trace.js'

const FILE = { data: { url: 'http://localhost/scripts/2/discount-keeper.js' } }
const INLINE = { data: { url: 'http://localhost/page/2/0' } }
const MAIN = { pid: 1, tid: 1 }

const read = (traceEvents: readonly object[]) =>
  readTrace(JSON.stringify({ traceEvents: traceEvents.map((event) => ({ ...MAIN, ...event })) }))

it('what a script did is told apart from the page and from the driver, and counted once', () => {
  const { after, ...work } = read([
    { name: 'EvaluateScript', ts: 100, dur: 90, tdur: 80, args: INLINE },
    { name: 'EvaluateScript', ts: 200, dur: 900, tdur: 4_000, tts: 1_000, args: FILE },
    { name: 'FunctionCall', ts: 300, dur: 100, tdur: 3_000, args: FILE },
    { name: 'stored', ts: 400, tts: 2_500 },
    { name: 'RunMicrotasks', ts: 2_000, dur: 100, tdur: 1_000 },
    { name: 'v8.evaluateModule', ts: 3_000, dur: 100, tdur: 500 },
    { name: 'bench-click', ts: 4_000 },
    { name: 'FunctionCall', ts: 4_100, dur: 100, tdur: 250, args: FILE },
    { name: 'RunMicrotasks', ts: 4_300, dur: 100, tdur: 7_000 },
    { name: 'bench-churn', ts: 5_000 },
    { name: 'FunctionCall', ts: 5_100, dur: 100, tdur: 9_000, args: INLINE },
  ])
  expect(work).toEqual({ evaluate: 4, stored: 1.5, whole: 5.5 })
  expect([...after]).toEqual([
    ['click', 0.25],
    ['churn', 0],
  ])
})

it('what happens on another thread at the same time is not inside', () => {
  const { whole } = read([
    { name: 'EvaluateScript', ts: 200, dur: 900, tdur: 4_000, args: FILE },
    { name: 'FunctionCall', ts: 300, dur: 100, tdur: 3_000, tid: 2, args: FILE },
  ])
  expect(whole).toBe(7)
})

it('a script that wrote nothing was not stored', () => {
  expect(read([{ name: 'bench-click', ts: 4_000 }])).toEqual({
    evaluate: 0,
    stored: undefined,
    whole: 0,
    after: new Map([['click', 0]]),
  })
})
