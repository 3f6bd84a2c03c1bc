/** Sends GraphQL to the Shop API and answers its data; rejects where the shop does not answer as asked. */
export type Ask = <Data>(query: string, variables?: object) => Promise<Data>

/** Of the browser with the shopper's own cookies; a server passes them on in `headers`. */
export const createAsk =
  (endpoint: string, headers: Readonly<Record<string, string>> = {}): Ask =>
  async <Data>(query: string, variables?: object): Promise<Data> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = await response.json()
    if (errors) throw new Error(`The shop answered ${JSON.stringify(errors)}`)
    return data
  }
