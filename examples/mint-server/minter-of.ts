import type { Minter } from '../../src/server/index.js'
import { shopifyMinter, vendureMinter } from '../../src/server/minters/index.js'

type Settings = Readonly<Record<string, string | undefined>>

/** The minter that these settings name: `VENDURE_URL` and `VENDURE_TOKEN`, else `SHOP_URL` and `SHOP_TOKEN` of the demo shop. */
export const minterOf = (settings: Settings): Minter => {
  const { SHOP_TOKEN = '', SHOP_URL = '', VENDURE_TOKEN, VENDURE_URL } = settings
  return VENDURE_URL
    ? vendureMinter({ endpoint: VENDURE_URL, token: VENDURE_TOKEN })
    : shopifyMinter({ endpoint: SHOP_URL, accessToken: SHOP_TOKEN })
}
