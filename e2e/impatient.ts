import { expect as patient } from '@playwright/test'

/** Milliseconds between looks: what a page does takes tens of them, and a look costs next to nothing. */
const INTERVALS = [30, 50, 70, 100, 150]

const poll: typeof patient.poll = (read, options) =>
  patient.poll(read, {
    intervals: INTERVALS,
    ...(typeof options === 'string' ? { message: options } : options),
  })

/** Playwright's own, which looks again sooner than once a second where it polls. */
export const expect = new Proxy(patient, {
  get: (target, name, receiver: unknown) =>
    name === 'poll' ? poll : (Reflect.get(target, name, receiver) as unknown),
})
