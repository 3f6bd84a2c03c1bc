// Asks 25 times at once for the code of one checkout; the shop is another process, at SHOP_URL.
import type { Minter } from '../../../src/server/index.js'
import { openHandler, QUESTION } from '../open-handler.js'

const minter: Minter = {
  name: 'remote',
  longest: 64,
  mint: async ({ code }) => {
    const answer = await fetch(process.env['SHOP_URL'] ?? '', { method: 'POST', body: code })
    return answer.status === 201 ? 'minted' : 'taken'
  },
}
const { ask } = openHandler({ minter })
const answers = await Promise.all(Array.from({ length: 25 }, () => ask(QUESTION)))
process.stdout.write(JSON.stringify(answers.map(({ text }) => text)))
