/** A script that a page may have. */
export interface Script {
  /** As the table calls it. */
  readonly name: string
  /** Its source: the path of a file as it is served, of one to be minified, or a module's lines to be bundled. */
  readonly from:
    | { readonly file: string }
    | { readonly minify: string }
    | { readonly module: string }
  /** What of the landing it writes down; undefined where it keeps neither code nor ref. */
  readonly keeps?: 'SAVE10' | 'amy' | undefined
}

const REPORT = `(metric) => navigator.sendBeacon('/api/vitals', JSON.stringify(metric))`

/** A script that does nothing: what any tag costs. */
export const EMPTY = 'empty script'
/** The bar: what merchants paste today. */
export const SNIPPET = 'snippet of 20 lines'
/** Ours, of the build. */
export const OURS = 'discount-keeper'

/** What is compared: others as their packages install, set up as their documentation says, with this page as their server. */
export const scripts: readonly Script[] = [
  { name: EMPTY, from: { module: '' } },
  { name: SNIPPET, from: { minify: 'test/bench/page/snippet.js' }, keeps: 'SAVE10' },
  { name: OURS, from: { file: 'dist/discount-keeper.js' }, keeps: 'SAVE10' },
  {
    name: '@dub/analytics, its loader',
    from: {
      module: `import { inject } from '@dub/analytics'
        inject({ scriptProps: { src: '/scripts/nothing.js' } })`,
    },
  },
  {
    name: '@logto/affiliate',
    from: {
      module: `import AffiliateClient from '@logto/affiliate'
        new AffiliateClient({ logtoCookieDomain: location.hostname, logtoCloudUrl: location.origin }).update()`,
    },
    keeps: 'amy',
  },
  {
    name: '@plausible-analytics/tracker',
    from: {
      module: `import { init } from '@plausible-analytics/tracker'
        init({ domain: 'shop.example', endpoint: '/api/event', captureOnLocalhost: true, outboundLinks: true })`,
    },
  },
  { name: 'sourcebuster', from: { module: `import sbjs from 'sourcebuster'; sbjs.init()` } },
  {
    name: 'web-vitals',
    from: {
      module: `import { onCLS, onINP, onLCP } from 'web-vitals'
        for (const on of [onCLS, onINP, onLCP]) on(${REPORT})`,
    },
  },
  {
    name: 'posthog-js',
    from: {
      module: `import posthog from 'posthog-js'
        posthog.init('phc_bench', { api_host: location.origin })`,
    },
  },
]
