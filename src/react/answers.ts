import type { DiscountKeeper } from '../discount-keeper.js'
import type { Discount } from './discount.js'

/** What a keeper answers within one moment. */
export interface Answers extends Pick<Discount, 'price' | 'checkoutUrl' | 'link'> {
  /** The keeper would still answer as it did. */
  readonly hold: () => boolean
}

const stand = <Question, Answer>(
  told: ReadonlyMap<Question, Answer>,
  ask: (question: Question) => Answer,
): boolean => [...told].every(([question, answer]) => ask(question) === answer)

/** Asks the keeper and remembers: a price that was told stands while the moment lasts, on every part of the page. */
export const createAnswers = (keeper: DiscountKeeper): Answers => {
  const prices = new Map<number, number | undefined>()
  const urls = new Map<string, string>()
  return {
    price: (amount) => {
      const price = prices.get(amount) ?? keeper.price(amount)
      prices.set(amount, price)
      return price
    },
    // whoever leaves takes what stands then
    checkoutUrl: (url) => {
      const to = keeper.checkoutUrl(url)
      urls.set(url, to)
      return to
    },
    link: (url) => keeper.link(url),
    hold: () => stand(prices, keeper.price) && stand(urls, keeper.checkoutUrl),
  }
}
