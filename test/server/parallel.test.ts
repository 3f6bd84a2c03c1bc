import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { openHandler, QUESTION } from './open-handler.js'
import { runWorker } from './workers/run-worker.js'

describe('a hundred identical posts at once', () => {
  it('get one code, which the shop makes once', async () => {
    const { ask, reports } = openHandler()
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(QUESTION)))
    expect(new Set(answers.map(({ text: body }) => body)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(reports.filter(({ outcome }) => outcome === 'minted')).toHaveLength(1)
    expect(reports.filter(({ outcome }) => outcome === 'taken')).toHaveLength(99)
  })

  it('get one code from four processes that know nothing of each other', async () => {
    const codes = new Set<string>()
    let asked = 0
    const shop = createServer((request, response) => {
      void text(request).then((code) => {
        asked++
        response.statusCode = codes.has(code) ? 409 : 201
        codes.add(code)
        return response.end()
      })
    })
    await new Promise<void>((resolve) => void shop.listen(0, '127.0.0.1', resolve))
    const { port } = shop.address() as AddressInfo
    const env = { SHOP_URL: `http://127.0.0.1:${port}` }
    const answers = await Promise.all([1, 2, 3, 4].map(() => runWorker('mint.ts', env)))
    shop.close()
    shop.closeAllConnections()

    const bodies = answers.flat()
    expect(bodies).toHaveLength(100)
    const [body] = new Set(bodies)
    expect(bodies).toEqual(bodies.map(() => body))
    expect([...codes]).toEqual([(JSON.parse(String(body)) as { readonly code: string }).code])
    expect(asked).toBe(100)
  }, 120_000)
})
