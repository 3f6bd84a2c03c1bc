// @vitest-environment jsdom
import { generic } from '../../src/platforms/generic.js'
import { cartlessCases } from './conformance/cartless-cases.js'
import { describeCases } from './conformance/describe-cases.js'
import { everyCase } from './conformance/every-case.js'

const nothing = (): Promise<void> => Promise.resolve()

const needCart = Object.keys(everyCase).filter((title) => !(title in cartlessCases))

describeCases('generic', cartlessCases, {
  open: () =>
    Promise.resolve({
      platform: generic(),
      addItem: nothing,
      emptyCart: nothing,
      typeCode: nothing,
      dropCode: nothing,
      endCode: nothing,
      loseCart: nothing,
      close: nothing,
    }),
  capabilities: {
    multi: false,
    replacesOnApply: false,
    caseSensitive: false,
    emptyCartKeeps: false,
    typedErrors: false,
    attributes: false,
  },
  reasons: {
    unknown: 'UNKNOWN',
    expired: 'UNKNOWN',
    future: 'UNKNOWN',
    limit: 'UNKNOWN',
    minimum: 'UNKNOWN',
  },
  without: Object.fromEntries(
    needCart.map((title) => [title, 'there is no cart to ask in a shop that it knows nothing of']),
  ),
})
