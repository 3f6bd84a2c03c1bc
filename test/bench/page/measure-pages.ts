import { chromium } from '@playwright/test'
import { findBrowser, findShell } from '../../../e2e/support/find-browser.js'
import type { Bytes } from './build-script.js'
import { buildScript, weigh } from './build-script.js'
import type { Script } from './candidates.js'
import { servePage } from './serve-page.js'
import type { Landing, Plain } from './visit.js'
import { createVisits } from './visit.js'

/** What one round saw of a script. */
export interface Round {
  readonly plain: Plain
  /** Without a link but the one to checkout. */
  readonly few: Landing
  /** With ten thousand. */
  readonly many: Landing
}

export interface Page {
  readonly script: Script
  readonly bytes: Bytes
  readonly rounds: readonly Round[]
}

export interface Pages {
  /** Such as `Chromium 156`. */
  readonly browser: string
  readonly pages: readonly Page[]
}

const ROUNDS = 7

/**
 * Visits the pages of every script round by round, A B C A B C, and the first of a round is another one each time. After
 * `enough` milliseconds no further round begins.
 */
export const measurePages = async (
  scripts: readonly Script[],
  { enough = 180_000 }: { readonly enough?: number | undefined } = {},
): Promise<Pages> => {
  const texts: string[] = []
  for (const script of scripts) texts.push(await buildScript(script))
  const executablePath = findShell() ?? findBrowser()
  const browser = await chromium.launch(executablePath ? { executablePath } : {})
  const shop = await servePage(texts)
  const visits = createVisits(browser, shop)
  const seen = scripts.map((): Round[] => [])
  const look = async (place: number): Promise<Round> => {
    const { keeps } = scripts[place] ?? {}
    return {
      plain: await visits.plain(place),
      few: await visits.land(place, { links: 0, keeps }),
      many: await visits.land(place, { links: 10_000, keeps }),
    }
  }
  const start = performance.now()
  try {
    // the first visits of a browser are like no others
    await look(0)
    for (let round = 0; round < ROUNDS && performance.now() - start < enough; round++)
      for (let step = 0; step < scripts.length; step++) {
        const place = (round + step) % scripts.length
        seen[place]?.push(await look(place))
      }
  } finally {
    shop.close()
    await browser.close()
  }
  return {
    browser: `Chromium ${browser.version().split('.')[0]}`,
    pages: scripts.map((script, place) => ({
      script,
      bytes: weigh(texts[place] ?? ''),
      rounds: seen[place] ?? [],
    })),
  }
}
