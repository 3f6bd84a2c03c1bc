const { defineConfig } = require('@medusajs/framework/utils')

const origin = 'http://127.0.0.1:8000'
// storefronts under test are on ports of their own
const STOREFRONTS = '/^http:\\/\\/127\\.0\\.0\\.1:\\d+$/'

module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, connection: { ssl: false } },
    http: {
      storeCors: STOREFRONTS,
      adminCors: origin,
      authCors: origin,
      jwtSecret: 'test',
      cookieSecret: 'test',
    },
  },
})
