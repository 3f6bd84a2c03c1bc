import type { Life, Told } from './life.js'

const grantsBroken = ({ cart, model, slack }: Life, { grants }: Told): readonly string[] => {
  const { attributes = {}, codes = [] } = cart() ?? {}
  return model.live().flatMap(({ code, expiresAt }) => {
    const grant = grants.find((held) => held.code.toLowerCase() === code.toLowerCase())
    return [
      grant?.status === 'applied' ? [] : [`${code} is ${grant?.status ?? 'unknown'}`],
      grant && Math.abs(grant.expiresAt - expiresAt) > slack
        ? [`${code} ends at ${grant.expiresAt}, not ${expiresAt}`]
        : [],
      codes.includes(code) ? [] : [`${code} is not among ${codes.join()}`],
      attributes['cc-discount-code'] === code
        ? []
        : [`the order would name ${attributes['cc-discount-code']}, not ${code}`],
    ].flat()
  })
}

const refBroken = ({ cart, model, slack }: Life, { ref }: Told): readonly string[] => {
  const { code, expiresAt } = model.ref() ?? {}
  if (!code) return []
  const named = cart()?.attributes['cc-ref']
  return [
    ...(ref?.ref === code && Math.abs(ref.expiresAt - (expiresAt ?? 0)) <= slack
      ? []
      : [`the ref is ${ref?.ref} until ${ref?.expiresAt}, not ${code} until ${expiresAt}`]),
    ...(named === code ? [] : [`the order would name ${named}, not ${code}`]),
  ]
}

/** What of the promise is broken after any life, in words: online, with something in the cart and a page or two to notice it. */
export const brokenPromises = async (life: Life): Promise<readonly string[]> => {
  const { cart, checkout, go, goOnline, model, rest, theme, violations } = life
  await goOnline(true)
  await rest()
  await go('/products/y')
  await rest()
  await theme.addItem()
  await rest()
  const codes = cart()?.codes ?? []
  const paid = (await checkout()).map(({ code }) => code)
  const told = await life.told()
  const own = codes.filter((code) => model.own().includes(code))
  const due = [...model.own(), ...model.live().map(({ code }) => code)]
  const over = model.ended().filter(({ code }) => [...codes, ...paid].includes(code))
  return [
    ...violations,
    // none is lost and none has moved
    ...(own.join() === model.own().join()
      ? []
      : [`of ${model.own().join()} there is ${own.join()}`]),
    ...grantsBroken(life, told),
    ...refBroken(life, told),
    ...due.filter((code) => !paid.includes(code)).map((code) => `${code} is not at checkout`),
    ...over.map(({ code }) => `${code} is over, and there`),
  ]
}
