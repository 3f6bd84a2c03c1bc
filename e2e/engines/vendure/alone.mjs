/** A condition as shops write it: Vendure has none of its own that keeps a code from standing beside others. */
export const alone = ({ LanguageCode, PromotionCondition }) =>
  new PromotionCondition({
    code: 'alone',
    description: [{ languageCode: LanguageCode.en, value: 'Is the only code of the order' }],
    args: {},
    check: (_, order) => order.couponCodes.length < 2,
  })
