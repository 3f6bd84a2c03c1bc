import { useDiscount } from 'discount-keeper/react'
import type { Notice } from 'discount-keeper'
import { formatMoney } from '../shop/format-money.js'

const date = (at: number | undefined): string =>
  at === undefined ? 'later' : new Date(at).toLocaleDateString('en-GB', { dateStyle: 'long' })

const missingOf = ({ currency, missing }: Notice): string =>
  missing && currency
    ? `spend ${formatMoney(missing, currency)} more to use it.`
    : 'it does not fit what is in your cart yet.'

const SENTENCES: Readonly<Record<Notice['state'], (notice: Notice) => string>> = {
  // a promise kept is no news: whether the cart has it yet is not what the shopper asks
  held: ({ code }) => `Your code ${code} comes off your order.`,
  applied: ({ code }) => `Your code ${code} comes off your order.`,
  waiting: (notice) => `Your code ${notice.code} waits: ${missingOf(notice)}`,
  upcoming: ({ code, startsAt }) => `Your code ${code} starts on ${date(startsAt)}.`,
  expiring: ({ code, endsAt }) => `Your code ${code} ends on ${date(endsAt)}.`,
  ended: ({ code }) => `The code ${code} has ended.`,
  rejected: ({ code }) => `The code ${code} cannot be used.`,
}

/** One line above the shop, always there: what it says of a discount moves nothing. */
export const Announcement = () => {
  const { notices } = useDiscount()
  const notice = notices[notices.length - 1]
  return (
    <p className="announcement" role="status" data-state={notice?.state}>
      {notice ? SENTENCES[notice.state](notice) : 'Free returns within thirty days.'}
    </p>
  )
}
