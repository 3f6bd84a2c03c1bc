import { DiscountKeeperError } from '../../errors.js'
import { isObject } from '../../is-object.js'
import { askShop } from '../ask-shop.js'
import { refusal } from '../refusal.js'

export interface RequestGraphqlOptions {
  readonly fetch: typeof globalThis.fetch
  readonly endpoint: string
  readonly publicAccessToken: string | undefined
  /** Collects the URL of each request, for telling ours from the app's; undefined where nobody asks. */
  readonly own: string[] | undefined
}

/** Errors are a list by GraphQL, a text where the request did not get that far. */
const isThrottled = (errors: unknown): boolean =>
  JSON.stringify(errors ?? '').includes('"THROTTLED"')

/** Sends one operation; answers its data, whose shape the caller knows from the document. */
export const requestGraphql =
  ({ endpoint, fetch, own, publicAccessToken: token }: RequestGraphqlOptions) =>
  async <Data>(query: string, variables: object): Promise<Data> => {
    const [body, isFine, status] = await askShop(fetch, endpoint, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(token && { 'X-Shopify-Storefront-Access-Token': token }),
      },
      body: JSON.stringify({ query, variables }),
      own,
    })
    const { data, errors } = isObject(body) ? body : {}
    if (isThrottled(errors))
      throw new DiscountKeeperError('COOL_DOWN', 'The shop answered that it is asked too often')
    if (!isFine || errors || !data) throw refusal(status)
    // oxlint-disable-next-line no-unsafe-type-assertion -- the schema promises what the document asks for
    return data as Data
  }
