import type { Fault } from './settings.js'

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`

const htmlAnswer = (body: string, init: ResponseInit): Response =>
  new Response(body, {
    ...init,
    headers: { 'content-type': 'text/html; charset=utf-8', ...init.headers },
  })

/** What a client gets that asked too often: a page, not JSON. */
export const challenge = (): Response =>
  htmlAnswer(page('Just a moment', 'We need to check that you are a person.'), {
    status: 429,
    headers: { 'cf-mitigated': 'challenge' },
  })

/** The answer of a fault that comes in place of the work; absent for faults of another kind. */
export const faultAnswer = (fault: Fault): Response | undefined => {
  if (fault === '429') return challenge()
  if (fault === 'html') return htmlAnswer(page('Maintenance', 'Back in a minute.'), { status: 200 })
  if (fault === '500') return htmlAnswer(page('Something broke', 'It is us.'), { status: 500 })
  return undefined
}
