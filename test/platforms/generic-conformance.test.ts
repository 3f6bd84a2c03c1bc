// @vitest-environment jsdom
import { generic } from '../../src/platforms/generic.js'
import { cartlessCases } from './conformance/cartless-cases.js'
import { describeCases } from './conformance/describe-cases.js'

const nothing = (): Promise<void> => Promise.resolve()

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
})
