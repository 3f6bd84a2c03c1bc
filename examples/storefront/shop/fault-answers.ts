import type { Fault } from './settings.js'

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`

const htmlAnswer = (
  body: string,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  })

/** What a client gets that asked too often: a page, not JSON. */
export const challenge = (): Response =>
  htmlAnswer(page('Just a moment', 'We need to check that you are a person.'), 429, {
    'cf-mitigated': 'challenge',
  })

/** The answer of a fault that comes in place of the work; absent for faults of another kind. */
export const faultAnswer = (fault: Fault): Response | undefined => {
  if (fault === '429') return challenge()
  if (fault === 'html') return htmlAnswer(page('Maintenance', 'Back in a minute.'), 200)
  if (fault === '500') return htmlAnswer(page('Something broke', 'It is us.'), 500)
  return undefined
}
