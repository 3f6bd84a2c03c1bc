import { Hono } from 'hono'
import { antiLeakPage } from '../theme/anti-leak-page.js'
import { attributionPage } from '../theme/attribution-page.js'
import { barePage } from '../theme/bare-page.js'
import { cartPage } from '../theme/cart-page.js'
import { consentPage } from '../theme/consent-page.js'
import { collectionPage } from '../theme/collection-page.js'
import { discountsPage } from '../theme/discounts-page.js'
import { expiryPage } from '../theme/expiry-page.js'
import { homePage } from '../theme/home-page.js'
import type { Html } from '../theme/html.js'
import { noticePage } from '../theme/notice-page.js'
import { productPage } from '../theme/product-page.js'
import { safeCodePage } from '../theme/safe-code-page.js'
import { stackingPage } from '../theme/stacking-page.js'
import { renderSection } from '../theme/sections.js'
import { productOf } from './catalog.js'
import { codeTerms } from './code-terms.js'
import { ensureSession, rememberSafe, rememberVisit } from './cookies.js'
import { pageContext, type PageContext } from './page-context.js'
import { badRequest } from './refusal.js'
import { renderSections, sectionNames, sectionsRefusal } from './section-rendering.js'
import type { ShopContext, ShopEnv, ShopState } from './state.js'
import type { DiscountCode } from './types.js'

type Answer = Response | Promise<Response>

const answerSections = async (
  c: ShopContext,
  page: PageContext,
  asked: string,
): Promise<Response> => {
  const names = sectionNames(asked) ?? []
  const refused = sectionsRefusal(names, undefined)
  if (refused) return c.json(refused.body, refused.httpStatus)
  return c.json(await renderSections(names, page))
}

const answerSection = (c: ShopContext, page: PageContext, name: string): Answer => {
  const section = renderSection(name, page)
  return section ? c.html(section) : c.json(badRequest('There is no such section.').body, 404)
}

const serve = (
  state: ShopState,
  c: ShopContext,
  render: (page: PageContext) => Html | undefined,
): Answer => {
  const page = pageContext(state, c)
  const { section_id: section, sections, discount } = c.req.query()
  if (section !== undefined) return answerSection(c, page, section)
  if (sections !== undefined) return answerSections(c, page, sections)
  const body = render(page)
  if (!body) return c.notFound()
  ensureSession(c)
  if (discount && state.settings.pageParam) rememberVisit(c, discount)
  return c.html(body)
}

const publicCodes = ({ codes }: ShopState): readonly DiscountCode[] =>
  [...codes.values()].filter(({ hidden }) => !hidden)

/** The storefront's pages; each of them also renders its sections alone. */
export const pages = (state: ShopState): Hono<ShopEnv> => {
  const app = new Hono<ShopEnv>()
  app.get('/', (c) => serve(state, c, homePage))
  app.get('/collections/all', (c) => serve(state, c, collectionPage))
  app.get('/products/:handle', (c) => {
    const product = productOf(c.req.param('handle'))
    return serve(state, c, (page) => product && productPage(page, product))
  })
  app.get('/pages/bare', (c) => serve(state, c, barePage))
  app.get('/pages/notice', (c) => serve(state, c, noticePage))
  app.get('/cart', (c) => serve(state, c, cartPage))
  app.get('/discounts', (c) => {
    const known = publicCodes(state)
    return serve(state, c, (page) => discountsPage(page, known))
  })
  app.get('/pages/stacking', (c) => {
    const terms = codeTerms(publicCodes(state))
    return serve(state, c, (page) => stackingPage(page, { rule: c.req.query('rule'), terms }))
  })
  app.get('/pages/expiry', (c) => {
    const terms = codeTerms(publicCodes(state))
    return serve(state, c, (page) => expiryPage(page, { seconds: c.req.query('seconds'), terms }))
  })
  app.get('/pages/consent', (c) =>
    serve(state, c, (page) => consentPage(page, c.req.query('gpc') !== undefined)),
  )
  app.get('/pages/safe-code', (c) => {
    const when = c.req.query('when')
    rememberSafe(c, when)
    return serve(state, c, (page) => safeCodePage(page, { when }))
  })
  app.get('/pages/anti-leak', (c) => {
    rememberSafe(c, 'checkout')
    return serve(state, c, antiLeakPage)
  })
  app.get('/pages/attribution', (c) => {
    const { origin } = new URL(c.req.url)
    return serve(state, c, (page) => attributionPage(page, { origin, now: state.settings.now() }))
  })
  return app
}
