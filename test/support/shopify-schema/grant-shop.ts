import type { GrantKey, GrantSettings } from '../../../src/server/grant-settings.js'
import { writeGrantSettings } from '../../../src/server/grant-settings.js'
import type { GrantSigning } from '../../../src/server/sign-grant.js'

export const NEW_KEY: GrantKey = {
  id: 'k2',
  secret: 'Zr8y+Kq0dEo3w/1uXhT5mVbN7sLcJf2gPiA9eQzR4tU=',
}
export const OLD_KEY: GrantKey = {
  id: 'k1',
  secret: 'c0FqW6nY/8tH2rK4vB7xM1zL9dS3gJ5pQeXuO+aIyTk=',
}

export const SETTINGS: GrantSettings = {
  shop: 'pine-and-post.myshopify.com',
  keys: [NEW_KEY, OLD_KEY],
  offers: [
    { id: 'amy', message: "Amy's friends save 20 %", percentage: 20 },
    { id: 'ben', message: '5 off with Ben', amountOff: 5 },
  ],
}

export const METAFIELD = writeGrantSettings(SETTINGS)

export const SIGNING: GrantSigning = { ...SETTINGS, timeZone: 'Europe/Berlin' }

/** 18:00 in Berlin, in its winter. */
export const ENDS_AT = Date.UTC(2026, 10, 30, 17)
export const LAST_DAY = '2026-11-30'
