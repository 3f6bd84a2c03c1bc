import type { Readable } from 'node:stream'

const COLON = ':'

/** Hears the messages of a stream, each of them JSON behind its length in bytes and a colon. */
export const readMessages = (stream: Readable, hear: (message: unknown) => void): void => {
  let held: Buffer = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk])
    for (;;) {
      const start = held.indexOf(COLON) + 1
      const end = start + Number(held.subarray(0, Math.max(0, start - 1)).toString())
      if (!start || held.length < end) return
      const text = held.subarray(start, end).toString()
      held = held.subarray(end)
      hear(JSON.parse(text))
    }
  })
}
