/** An error answer of the cart endpoints, in the shop's own shape. */
export interface CartRefusal {
  readonly httpStatus: 400 | 404 | 422
  readonly body: {
    readonly status: number | string
    readonly message: string
    readonly description: string
  }
}

const refusal = (
  httpStatus: CartRefusal['httpStatus'],
  body: CartRefusal['body'],
): CartRefusal => ({ httpStatus, body })

/** `add.js` cannot add this. */
export const cartError = (description: string): CartRefusal =>
  refusal(422, { status: 422, message: 'Cart Error', description })

/** `update.js` does not know this variant. */
export const notFound = (description: string): CartRefusal =>
  refusal(404, { status: 404, message: 'Not Found', description })

/** The request itself makes no sense. */
export const badRequest = (description: string): CartRefusal =>
  refusal(400, { status: 'bad_request', message: 'Bad Request', description })
