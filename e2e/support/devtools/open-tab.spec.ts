import { createServer, type ServerResponse } from 'node:http'
import { expect, test as base } from '@playwright/test'
import { tabOf } from '../../browsers/support/drive-devtools.js'
import type { Tab } from '../../browsers/support/tab.js'
import { openTab, type Tab as Driven } from './open-tab.js'
import { type Chromium, startChromium } from './start-chromium.js'

const page = (script = '', body = '') =>
  `<!doctype html><script>${script}</script><h1>Page</h1>${body}`

const ANSWERS: Readonly<Record<string, (answer: ServerResponse) => void>> = {
  '/download': (answer) => {
    answer.setHeader('content-disposition', 'attachment; filename=a.bin')
    answer.end('abc')
  },
  '/nothing': (answer) => answer.writeHead(204).end(),
  '/moved': (answer) => answer.writeHead(302, { location: '/plain?moved' }).end(),
  '/sends-on': (answer) => void answer.end(page("location.replace('/plain?sent')")),
  '/asks': (answer) =>
    void answer.end(
      page("addEventListener('beforeunload', (event) => { event.preventDefault() })"),
    ),
  '/says': (answer) => void answer.end(page("alert('hello')")),
}

interface Given {
  readonly url: string
  readonly tab: Tab
}

interface Shared {
  readonly chromium: Chromium
  readonly driven: Driven
  readonly origin: string
}

const test = base.extend<Given, { readonly shared: Shared }>({
  shared: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of the fixtures off the pattern
    async ({}, use) => {
      const server = createServer(({ url = '' }, answer) => {
        answer.setHeader('content-type', 'text/html')
        const special = ANSWERS[url]
        if (special) special(answer)
        else answer.end(page())
      })
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      const chromium = startChromium()
      await use({ chromium, driven: await openTab(chromium), origin: `http://127.0.0.1:${port}` })
      await chromium.close()
      server.closeAllConnections()
      server.close()
    },
    { scope: 'worker' },
  ],
  url: ({ shared: { origin } }, use) => use(origin),
  tab: async ({ shared: { driven }, url }, use) => {
    const tab = tabOf(driven)
    await tab.goto(`${url}/plain`)
    await use(tab)
  },
})

// one after another in one browser
test.describe.configure({ mode: 'default' })

for (const path of ['/download', '/nothing'])
  test(`a tab that is sent to ${path} stays where it is, and says so`, async ({ tab, url }) => {
    await expect(tab.goto(url + path)).rejects.toThrow(`${url}${path}: net::ERR_ABORTED`)
    expect(await tab.url()).toBe(`${url}/plain`)
  })

for (const [path, end] of [
  ['/moved', '/plain?moved'],
  ['/sends-on', '/plain?sent'],
] as const)
  test(`a tab that is sent to ${path} is loaded where that leads`, async ({ tab, url }) => {
    await tab.goto(url + path)
    await expect.poll(() => tab.url()).toBe(url + end)
    expect(await tab.look(() => document.readyState)).toBe('complete')
  })

test('a part of the page that stands is no page to wait for', async ({ tab, url }) => {
  await tab.goto(`${url}/plain#part`)
  expect(await tab.url()).toBe(`${url}/plain#part`)
})

test('a page that asks whether it may be left is left', async ({ tab, url }) => {
  await tab.goto(`${url}/asks`)
  await tab.click('h1')
  await tab.goto(`${url}/plain`)
  await tab.goto(`${url}/asks`)
  await tab.click('h1')
  await tab.reload()
  expect(await tab.url()).toBe(`${url}/asks`)
})

test('a page that says something in a dialog goes on', async ({ tab, url }) => {
  await tab.goto(`${url}/says`)
  expect(await tab.look(() => document.querySelector('h1')?.textContent)).toBe('Page')
})

test('what is asked of a page that is left is not answered, and a look is one at the next', async ({
  tab,
  url,
}) => {
  const never = tab.eval(() => new Promise(() => {}))
  await tab.run(`setTimeout(() => { location.href = '/plain?next' })`)
  await expect(never).rejects.toThrow()
  await expect.poll(() => tab.url()).toBe(`${url}/plain?next`)
})

test('what is thrown in a page is thrown here', async ({ tab }) => {
  await expect(tab.eval(() => Promise.reject(new Error('by the page')))).rejects.toThrow(
    'by the page',
  )
  await expect(tab.run('throw 5')).rejects.toThrow('5')
})

test('what is asked of a tab that closes, or whose process ends, is not answered', async ({
  shared: { chromium },
  tab,
  url,
}) => {
  const closed = await openTab(chromium)
  await closed.go(`${url}/plain`)
  const asked = closed.run(() => new Promise(() => {}))
  await Promise.all([closed.close(), expect(asked).rejects.toThrow()])
  const killed = await openTab(chromium)
  await killed.go(`${url}/plain`)
  const crash = killed.page.send('Page.crash')
  await Promise.all([killed.close(), expect(crash).rejects.toThrow()])
  // another tab has another process
  expect(await tab.url()).toBe(`${url}/plain`)
})
