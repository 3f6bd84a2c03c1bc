import type {
  Checkout,
  CheckoutLineItem,
  Context,
  DiscountApplication,
  EventType,
  MoneyV2,
  PixelEventsCheckoutCompleted,
  ProductVariant,
} from '@shopify/web-pixels-extension'

export const dollars = (amount: number): MoneyV2 => ({ amount, currencyCode: 'USD' })

export const codeApplication = (title: string): DiscountApplication => ({
  allocationMethod: 'ACROSS',
  targetSelection: 'ALL',
  targetType: 'LINE_ITEM',
  title,
  type: 'DISCOUNT_CODE',
  value: { percentage: 10 },
})

const variant: ProductVariant = {
  id: '40101',
  image: null,
  price: dollars(24),
  product: {
    id: 'gid://shopify/Product/1',
    title: 'Trail mug',
    type: 'Mugs',
    untranslatedTitle: 'Trail mug',
    url: '/products/trail-mug',
    vendor: 'Pine & Post',
  },
  sku: 'MUG-MOSS',
  title: 'Moss',
  untranslatedTitle: 'Moss',
}

export const lineItem = (said: Partial<CheckoutLineItem> = {}): CheckoutLineItem => ({
  discountAllocations: [],
  finalLinePrice: dollars(48),
  id: '8801',
  properties: [],
  quantity: 2,
  sellingPlanAllocation: null,
  title: 'Trail mug',
  variant,
  ...said,
})

const location = {
  hash: '',
  host: 'pine-and-post.example',
  hostname: 'pine-and-post.example',
  href: 'https://pine-and-post.example/checkouts/1/thank-you',
  origin: 'https://pine-and-post.example',
  pathname: '/checkouts/1/thank-you',
  port: '',
  protocol: 'https:',
  search: '',
}

/** Where the pixel finds itself, as far as the types ask for it. */
export const pixelContext: Context = {
  document: { characterSet: 'UTF-8', location, referrer: '', title: 'Thank you' },
  navigator: { cookieEnabled: true, language: 'en', languages: ['en'], userAgent: '' },
  window: {
    innerHeight: 0,
    innerWidth: 0,
    location,
    origin: location.origin,
    outerHeight: 0,
    outerWidth: 0,
    pageXOffset: 0,
    pageYOffset: 0,
    screen: { height: 0, width: 0 },
    screenX: 0,
    screenY: 0,
    scrollX: 0,
    scrollY: 0,
  },
}

/** Two mugs at 24 dollars, ten per cent off by AMY10, on Amy's word. */
export const checkoutCompleted = (said: Partial<Checkout> = {}): PixelEventsCheckoutCompleted => ({
  clientId: 'client',
  context: pixelContext,
  data: {
    checkout: {
      attributes: [{ key: 'cc-ref', value: 'amy' }],
      billingAddress: null,
      buyerAcceptsEmailMarketing: false,
      buyerAcceptsSmsMarketing: false,
      currencyCode: 'USD',
      delivery: null,
      discountApplications: [codeApplication('AMY10')],
      discountsAmount: dollars(4.8),
      email: 'shopper@example.com',
      lineItems: [
        lineItem({
          discountAllocations: [
            { amount: dollars(4.8), discountApplication: codeApplication('AMY10') },
          ],
        }),
      ],
      localization: {
        country: { isoCode: 'US' },
        language: { isoCode: 'en' },
        market: { handle: null, id: null },
      },
      order: { customer: { id: '77', isFirstOrder: true }, id: '5210499102' },
      phone: null,
      shippingAddress: {
        address1: '1 Pine Street',
        address2: null,
        city: 'Portland',
        country: 'United States',
        countryCode: 'US',
        firstName: 'Sam',
        lastName: 'Hopper',
        phone: null,
        province: null,
        provinceCode: null,
        zip: null,
      },
      shippingLine: { price: dollars(5) },
      smsMarketingPhone: null,
      subtotalPrice: dollars(43.2),
      token: 'token',
      totalPrice: dollars(48.2),
      totalTax: dollars(0),
      transactions: [],
      ...said,
    },
  },
  id: 'event',
  name: 'checkout_completed',
  seq: 1,
  timestamp: '2026-11-21T12:00:00.000Z',
  // the enum is in the types of the package, and not in its script
  type: 'standard' as unknown as EventType.Standard,
})
