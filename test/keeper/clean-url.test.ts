// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'

import { openBrowserForEachTest, visit } from './open-page.js'

openBrowserForEachTest()

describe('cleanUrl', () => {
  const url = '/p?a=1&discount=SAVE10&a=2&ref=anna&b=%20+#part'

  it('takes our parameters out once they are kept, and nothing else', async () => {
    const state = { router: 7 }
    const { history, location } = await visit({ cleanUrl: true }, { url, state })
    expect(location.href).toBe('http://localhost:3000/p?a=1&a=2&b=%20+#part')
    expect(history.state).toBe(state)
  })

  it('leaves the URL alone by default', async () => {
    const { location } = await visit({}, url)
    expect(location.href).toContain(url)
  })

  it('leaves the URL alone where nothing durable could keep what it says', async () => {
    const broken = {
      name: 'broken',
      durability: 'browser',
      read: () => '',
      write: () => false,
    } as const
    const { location } = await visit({ cleanUrl: true, layers: [broken] }, url)
    expect(location.href).toContain(url)
  })

  it('leaves the URL alone while the affiliate may not be kept yet', async () => {
    const { location } = await visit({ cleanUrl: true, consent: 'required' }, url)
    expect(location.href).toContain('ref=anna')
  })
})
