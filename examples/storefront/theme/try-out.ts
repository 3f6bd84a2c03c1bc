import type { PageContext } from '../shop/page-context.js'
import { html, type Html } from './html.js'

/** A page where a person tries one thing out. */
export interface TryOut {
  readonly path: string
  readonly title: string
  readonly about: string
}

export const TRY_OUTS: readonly TryOut[] = [
  {
    path: 'pages/stacking',
    title: 'Stacking',
    about: 'Several links promise several codes. See which of them stand, by the rule you choose.',
  },
  {
    path: 'pages/expiry',
    title: 'Expiry',
    about: 'A promise that lasts a minute: watch it run out, and another code take its place.',
  },
  {
    path: 'pages/notice',
    title: 'Notice',
    about: 'What a shopper is told of a discount, in every state it can be in.',
  },
  {
    path: 'pages/consent',
    title: 'Consent',
    about: 'Allow, withdraw, or leave the question open, and watch what is stored.',
  },
  {
    path: 'pages/safe-code',
    title: 'Safe codes',
    about: 'A code that works once, made for each checkout. Its server shows what it does.',
  },
  {
    path: 'pages/anti-leak',
    title: 'Anti-leak links',
    about: 'A link that names no discount, only who sent the shopper.',
  },
  {
    path: 'pages/attribution',
    title: 'Attribution',
    about: 'From a link to an order: who earned the sale, how much and why, and who is told of it.',
  },
]

/** The pages to try things out, as cards. */
export const tryOutCards = (root: string): Html =>
  html`<ul class="offers try-outs">
    ${TRY_OUTS.map(
      ({ about, path, title }) =>
        html`<li class="offer">
          <a href="${root}${path}"><strong>${title}</strong></a>
          <span>${about}</span>
        </li>`,
    )}
  </ul>`

/** Forgets what this browser holds, so that a page can be tried from the start. */
export const startOver = (to: string): Html =>
  html`<p><a class="quiet" href="${to}" data-start-over>Start over</a></p>`

/** The script of a page, run after the theme's. */
export const pageScript = ({ nonce }: PageContext, name: string): Html =>
  html`<script type="module" src="/assets/${name}.js" nonce="${nonce}"></script>`
