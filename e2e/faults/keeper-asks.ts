import type { Shop } from '../fixtures.js'

const CART_API = /^\/(cart\.js|cart\/update\.js|discount\/)/

/** The requests of the keeper that reached the shop, as `METHOD path`: alone in the shop it asks that API for JSON by name. */
export const keeperAsks = ({ requests }: Shop): readonly string[] =>
  requests
    .filter(({ headers, path }) => CART_API.test(path) && headers['accept'] === 'application/json')
    .map(({ method, path }) => `${method} ${path}`)
