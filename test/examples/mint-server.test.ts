import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startShop } from '../../examples/storefront/shop/start-shop.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ENDPOINT = /Codes are made at (\S+), for pages of (\S+)/
const TOKEN = 'any-secret'
const PATIENCE = 60_000

/** The one command, with these settings and none that this machine happens to have. */
const start = (settings: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'examples/mint-server/start.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended }
}

describe('the server of safe codes', () => {
  it(
    'is started by one command, makes codes at the shop, and is closed by an interrupt',
    async () => {
      const shop = await startShop({ settings: { adminToken: TOKEN } })
      onTestFinished(() => shop.close())
      const { child, ended } = start({ SHOP_TOKEN: TOKEN, ORIGIN: shop.url })
      const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
      const { value: line = '' } = await lines.next()
      const [, endpoint = '', origin] = ENDPOINT.exec(String(line)) ?? []
      expect(origin).toBe(shop.url)

      const ask = (discount: string): Promise<Response> =>
        fetch(endpoint, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: shop.url, connection: 'close' },
          body: JSON.stringify({ checkout: 'checkout-0123456789', discount }),
        })
      const made = await ask('ANNA20')
      expect(made.status).toBe(200)
      const { code } = await made.json()
      expect(code).toMatch(/^ANNA20OFF-[A-Z\d]{10,}$/)
      expect(shop.codes.get(code.toLowerCase())).toMatchObject({ code })
      expect((await ask('NOBODY')).status).toBe(403)

      const told: string[] = []
      for (let number = 0; number < 3; number++) told.push(String((await lines.next()).value))
      expect(told.slice(1)).toEqual([
        expect.stringContaining('offer anna-20'),
        expect.stringContaining('refused'),
      ])
      expect(String(told)).not.toContain(code)
      // who shows a log or signs for anybody is a demo
      for (const path of ['log', 'letter'])
        expect((await fetch(endpoint.replace(/mint$/, path))).status).toBe(404)

      child.kill('SIGINT')
      expect(await ended).toEqual([0, null])
    },
    PATIENCE,
  )

  it(
    'says how it is started where it was told of no shop, and ends',
    async () => {
      const { child, ended } = start({})
      const [said, trouble, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        ended,
      ])
      expect(status).toBe(1)
      expect(said).toContain('SHOP_TOKEN=any-secret npm run mint-server')
      expect(trouble).toBe('')
    },
    PATIENCE,
  )

  it.each([
    ['MINT_KEY', 'short', 'Expected keys to be '],
    ['ORIGIN', 'shop.example', 'Expected origins to be '],
    ['PORT', 'eighty', 'PORT is no port: eighty'],
  ])(
    'says what is wrong with %s in a sentence, and ends',
    async (name, value, sentence) => {
      const { child, ended } = start({ SHOP_TOKEN: TOKEN, [name]: value })
      const [said, trouble, [status]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        ended,
      ])
      expect(status).toBe(1)
      expect(said).toContain(sentence)
      expect(said.trim().split('\n')).toHaveLength(1)
      expect(trouble).toBe('')
    },
    PATIENCE,
  )
})
