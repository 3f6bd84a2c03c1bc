/** The one way in which this shop ships. Money is in minor units. */
export const SHIPPING = { id: '1', name: 'Standard', price: 500 } as const
