import { checkMintOptions } from './check-mint-options.js'
import { allowedOrigin, checkRequest } from './check-request.js'
import { chooseOffer } from './choose-offer.js'
import { createLimits } from './create-limits.js'
import { createFulfil } from './fulfil.js'
import { createLinkTokens } from './link-tokens.js'
import type { MintOptions, MintReport } from './mint-options.js'
import { readJson } from './read-json.js'
import { readQuestion } from './read-question.js'
import { respond } from './respond.js'
import type { Verdict } from './verdicts.js'
import { invalid, refused, unavailable } from './verdicts.js'

/** A handler of the Web's own kind: hono, Workers, Deno, Bun and Node's adapters take it as it is. Never rejects. */
export type Handler = (request: Request) => Promise<Response>

/**
 * Answers a browser that asks for the code of its checkout. Stateless: the same checkout gets the same code from every
 * process that has the same keys. Throws a `DiscountKeeperError` with code `OPTION` where an option is wrong.
 *
 * What comes first costs least: headers, the address's share, the body, the token; only then is an offer looked up, its
 * share counted, and only for an offer in force is the shop asked. Who is refused cannot tell by the answer at which step.
 */
export const createMintHandler = (options: MintOptions): Handler => {
  checkMintOptions(options)
  const { findOffers, keys, now = Date.now, origins } = options
  const tokens = createLinkTokens({ keys, audience: origins, now })
  const limits = createLimits(options.limits)
  const fulfil = createFulfil(options)

  const tell = (report: MintReport): void => {
    try {
      options.tell?.(report)
    } catch {
      // a log that fails is no reason to keep a shopper waiting
    }
  }

  const decide = async (request: Request): Promise<Verdict> => {
    const stopped = checkRequest(request, origins) ?? (await limits.checkAddress(request))
    if (stopped) return stopped
    const read = await readJson(request)
    if ('verdict' in read) return read.verdict
    const question = readQuestion(read.fields)
    if (!question) return invalid(400, 'Its body had not the agreed shape.')

    const { checkout, word, ref, token } = question
    const link = token === undefined ? undefined : await tokens.verify(token)
    if (token !== undefined && !link) return refused('Its token is forged, over or for another.')
    const at = now()
    const offer = chooseOffer(await findOffers({ word, ref, link }), at)
    if (!offer) return refused('No offer in force was found.')
    return (await limits.checkOffer(offer)) ?? fulfil(offer, checkout, at)
  }

  if (!options.limits?.clientIp)
    tell({ outcome: 'note', reason: 'Without limits.clientIp there is no limit per address.' })
  return async (request) => {
    const verdict = await decide(request).catch((error: unknown) =>
      unavailable('Something that the request needs has failed.', error),
    )
    tell(verdict.report)
    return respond(verdict, allowedOrigin(request, origins))
  }
}
