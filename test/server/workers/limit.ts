// Asks 25 times at once for codes of one offer, whose share is kept in the database at DATABASE_URL.
import pg from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { openHandler, QUESTION } from '../open-handler.js'

const storeClient = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 4 })
const offer = new RateLimiterPostgres({
  storeClient,
  tableName: 'limits',
  tableCreated: true,
  points: 30,
  duration: 600,
})
const { ask } = openHandler({ limits: { offer } })
const answers = await Promise.all(Array.from({ length: 25 }, () => ask(QUESTION)))
await storeClient.end()
process.stdout.write(JSON.stringify(answers.map(({ status }) => status)))
