import type { DiscountKeeper } from '../discount-keeper.js'
import type { Discount } from './discount.js'

/** What a keeper answers within one moment. */
export interface Answers extends Pick<Discount, 'price' | 'checkoutUrl' | 'link'> {
  /** The keeper has told one thing of each, and would still tell it. */
  readonly hold: () => boolean
}

/** Remembers what was told, and whether some parts of the page were told another thing than others. */
const createRecord = <Question, Answer>(ask: (question: Question) => Answer) => {
  const told = new Map<Question, Answer>()
  let isTorn = false
  return {
    last: (question: Question): Answer | undefined => told.get(question),
    tell: (question: Question, answer: Answer): Answer => {
      isTorn ||= told.has(question) && told.get(question) !== answer
      told.set(question, answer)
      return answer
    },
    holds: (): boolean =>
      !isTorn && [...told].every(([question, answer]) => ask(question) === answer),
  }
}

/**
 * Asks the keeper and remembers: a price that was told stands while the moment lasts. A price that was not known yet, and the
 * way out, are as they are when asked for; the moment does not hold once two parts of the page were told different ones.
 */
export const createAnswers = ({ checkoutUrl, link, price }: DiscountKeeper): Answers => {
  const prices = createRecord(price)
  const urls = createRecord(checkoutUrl)
  return {
    price: (amount) => prices.tell(amount, prices.last(amount) ?? price(amount)),
    // whoever leaves takes what stands then
    checkoutUrl: (url) => urls.tell(url, checkoutUrl(url)),
    link: (url) => link(url),
    hold: () => prices.holds() && urls.holds(),
  }
}
