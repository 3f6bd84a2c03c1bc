// A Vendure shop in memory: says `READY <json>` when it is seeded, and ends with its process. A fresh start is a reset.
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { alone } from './alone.mjs'
import { seed } from './seed.mjs'

// the package is CommonJS, and brings its own CommonJS friends
const require = createRequire(import.meta.url)
const core = require('@vendure/core')
const { populateInitialData } = require('@vendure/core/cli')

// a free port: the shop itself does not tell which one it got
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

// whoever started the shop is gone: so is the shop
process.stdin.on('close', () => process.exit()).resume()

const text = (name) => ({ name, type: 'string', nullable: true, public: true })
const port = await freePort()

const app = await core.bootstrap({
  logger: new core.DefaultLogger({ level: core.LogLevel.Error }),
  plugins: [core.DefaultJobQueuePlugin.init({})],
  apiOptions: {
    port,
    hostname: '127.0.0.1',
    adminApiPath: 'admin-api',
    shopApiPath: 'shop-api',
    cors: { origin: true, credentials: true },
  },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'],
    requireVerification: false,
    cookieOptions: { secret: 'test' },
    superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
  },
  promotionOptions: { promotionConditions: [...core.defaultPromotionConditions, alone(core)] },
  customFields: { Order: [text('ccDiscountCode'), text('ccRef')] },
  paymentOptions: { paymentMethodHandlers: [core.dummyPaymentHandler] },
  dbConnectionOptions: { type: 'sqljs', synchronize: true, autoSave: false, logging: false },
})

await populateInitialData(app, {
  defaultLanguage: core.LanguageCode.en,
  defaultZone: 'Europe',
  countries: [{ name: 'United Kingdom', code: 'GB', zone: 'Europe' }],
  taxRates: [{ name: 'Standard', percentage: 0 }],
  shippingMethods: [{ name: 'Standard', price: 500 }],
  collections: [],
  facets: [],
  paymentMethods: [
    {
      name: 'Dummy',
      handler: {
        code: 'dummy-payment-handler',
        arguments: [{ name: 'automaticSettle', value: 'true' }],
      },
    },
  ],
})

process.stdout.write(`READY ${JSON.stringify(await seed(`http://127.0.0.1:${port}`))}\n`)
