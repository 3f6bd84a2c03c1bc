const { defineConfig } = require('@medusajs/framework/utils')

const origin = 'http://127.0.0.1:8000'

module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, connection: { ssl: false } },
    http: {
      storeCors: process.env.STORE_CORS ?? origin,
      adminCors: origin,
      authCors: origin,
      jwtSecret: 'test',
      cookieSecret: 'test',
    },
  },
})
