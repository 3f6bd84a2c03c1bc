/** The locale folder of this page, ending in a slash. */
export const root = () => window.Shopify.routes.root

const readAnswer = async (response) => {
  const isJson = response.headers.get('content-type')?.includes('json')
  const json = isJson ? await response.json() : undefined
  if (response.ok && json) return json
  throw new Error(json?.description ?? 'The shop is busy. Please try again in a moment.')
}

/** The cart as the shop has it. */
export const getCart = async () => readAnswer(await fetch(`${root()}cart.js`))

/** Writes a form or an object to `/cart/VERB`; throws with a sentence for the shopper. */
export const postCart = async (verb, payload) => {
  const isForm = payload instanceof FormData
  const response = await fetch(`${root()}cart/${verb}.js`, {
    method: 'POST',
    headers: isForm ? {} : { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: isForm ? payload : JSON.stringify(payload),
  })
  return readAnswer(response)
}
