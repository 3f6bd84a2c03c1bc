import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'

const OPEN = /The headless shop is open: (\S+)/

test('one command opens the headless shop, and an interrupt closes it', async ({ page }) => {
  test.setTimeout(120_000)
  const shop = spawn(process.execPath, ['--import', 'tsx', 'examples/headless/start.ts'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => {
    shop.once('exit', resolve)
  })
  try {
    let url: string | undefined
    for await (const line of createInterface(shop.stdout)) {
      url = OPEN.exec(line)?.[1]
      if (url) break
    }
    await page.goto(`${url}/?discount=CREATOR20`)
    await expect(page.getByRole('status')).toContainText('CREATOR20')
  } finally {
    shop.kill('SIGINT')
  }
  await ended
})
