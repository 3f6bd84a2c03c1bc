import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readMessages } from '../e2e/browsers/support/read-messages.js'

const written = (message: unknown): Buffer => {
  const text = JSON.stringify(message)
  return Buffer.from(`${Buffer.byteLength(text)}:${text}`)
}

it('hears each message of a driver once, in order, wherever the stream is cut', async () => {
  const streams = fc.record({
    messages: fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 4 }),
    sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(streams, async ({ messages, sizes }) => {
      const bytes = Buffer.concat(messages.map(written))
      const chunks: Buffer[] = []
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1
        chunks.push(bytes.subarray(at, at + size))
        at += size
      }
      const heard: unknown[] = []
      const stream = new Readable({ read: () => undefined })
      readMessages(stream, (message) => heard.push(message))
      for (const chunk of chunks) stream.emit('data', chunk)
      expect(heard).toEqual(messages)
    }),
  )
})
