import type { Ask } from './ask.js'
import type { Changed, Order } from './order.js'
import { CHANGED, orderOf } from './order.js'
import { SHIPPING } from './shipping.js'

export interface Buyer {
  readonly firstName: string
  readonly lastName: string
  readonly emailAddress: string
  readonly street: string
  readonly city: string
  readonly postalCode: string
}

const PREPARE = `mutation ($customer: CreateCustomerInput!, $address: CreateAddressInput!, $shipping: [ID!]!) {
  customer: setCustomerForOrder(input: $customer) ${CHANGED}
  address: setOrderShippingAddress(input: $address) ${CHANGED}
  shipping: setOrderShippingMethod(shippingMethodId: $shipping) ${CHANGED}
  ready: transitionOrderToState(state: "ArrangingPayment") ${CHANGED}
}`
const PAY = `mutation { paid: addPaymentToOrder(input: { method: "dummy", metadata: {} }) ${CHANGED} }`
const REOPEN = `mutation { transitionOrderToState(state: "AddingItems") { __typename } }`

/** Orders what is in the cart. Rejects, with the cart open again, where the shop would charge another amount than was shown. */
export const placeOrder = async (ask: Ask, shown: Order, buyer: Buyer): Promise<Order> => {
  const { city, emailAddress, firstName, lastName, postalCode, street } = buyer
  try {
    const prepared = await ask<Readonly<Record<string, Changed>>>(PREPARE, {
      customer: { firstName, lastName, emailAddress },
      address: { streetLine1: street, city, postalCode, countryCode: 'GB' },
      shipping: [SHIPPING.id],
    })
    // naming the customer can end a code without a word
    for (const step of Object.values(prepared))
      if (orderOf(step).subTotalWithTax !== shown.subTotalWithTax)
        throw new Error('The total has changed. Please look at it again before you pay.')
    const { paid } = await ask<{ readonly paid: Changed }>(PAY)
    return orderOf(paid)
  } catch (cause) {
    await ask(REOPEN)
    throw cause
  }
}
