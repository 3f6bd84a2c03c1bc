import type { Page } from '@playwright/test'
import { readAnswers } from './read-answers.js'

/** One place that was looked at, and what it says. */
export interface Place {
  readonly name: string
  readonly text: string
}

/** All that a script of the page can read now: documents with their shadow roots, history, storage, cookies, timings. */
const readPage = (page: Page): Promise<readonly Place[]> =>
  page.evaluate(async () => {
    const places: { name: string; text: string }[] = []
    const say = (name: string, text: string): void => void places.push({ name, text })
    const walk = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes)
          say(`attribute ${element.tagName} ${name}`, value)
        if ('value' in element) say(`value of ${element.tagName}`, String(element.value))
        if (element.shadowRoot) walk(element.shadowRoot)
      }
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT)
      while (texts.nextNode()) say('text', texts.currentNode.nodeValue ?? '')
    }
    const keep = (name: string, storage: Storage): void => {
      for (const key of Object.keys(storage)) say(`${name} ${key}`, key + storage.getItem(key))
    }
    walk(document)
    say('referrer', document.referrer)
    say('history state', JSON.stringify(history.state))
    for (const { url } of navigation.entries()) say('history entry', url ?? '')
    keep('local storage', localStorage)
    keep('session storage', sessionStorage)
    for (const pair of document.cookie.split('; ')) say('cookie', decodeURIComponent(pair))
    for (const { name } of await indexedDB.databases()) say('database', name ?? '')
    for (const name of await caches.keys()) say('cache', name)
    for (const entry of performance.getEntries()) say('performance entry', JSON.stringify(entry))
    say('keeper', JSON.stringify(window.DiscountKeeper?.inspect?.() ?? ''))
    for (const url of document.querySelectorAll('a[href]'))
      say('link', (url as HTMLAnchorElement).href)
    return places
  })

/** Reads a browser as somebody who wants the code behind a link would, from now on. */
export const openScraper = async (page: Page) => {
  const places: Place[] = []
  const pending: Promise<void>[] = []
  const note = (name: string, text: string): void => void places.push({ name, text })
  const answers = await readAnswers(page, note)

  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    note(`request ${pathname}`, `${request.method()} ${request.url()}`)
    note(`request body ${pathname}`, request.postData() ?? '')
    for (const [name, value] of Object.entries(request.headers()))
      note(`request header ${name}`, value)
  })
  page.on('response', (response) => {
    const read = async (): Promise<void> => {
      for (const { name, value } of await response.headersArray())
        note(`response header ${name}`, value)
    }
    pending.push(read())
  })
  page.on('console', (message) => note('console', message.text()))
  page.on('framenavigated', (frame) => note('URL', frame.url()))

  return {
    places,
    /** What became of every answer's body. */
    answers: answers.list,
    /** Reads the page as it is now, every cookie included. */
    look: async (): Promise<void> => {
      places.push(...(await readPage(page)))
      for (const { name, value } of await page.context().cookies())
        note(`cookie jar ${name}`, decodeURIComponent(value))
      await Promise.all([...pending.splice(0), answers.settled()])
    },
    /** Where the text is, whatever its case and however it is encoded in a URL. */
    find: (wanted: string): readonly string[] =>
      places
        .filter(({ text }) => text.toLowerCase().includes(wanted.toLowerCase()))
        .map(({ name }) => name),
  }
}

export type Scraper = Awaited<ReturnType<typeof openScraper>>
