import type { Buyer } from '../shop/place-order.js'

// filled in, so that trying the shop out takes one click
const FIELDS = [
  ['emailAddress', 'E-mail', 'email', 'sam@shop.example'],
  ['firstName', 'First name', 'given-name', 'Sam'],
  ['lastName', 'Last name', 'family-name', 'Field'],
  ['street', 'Street and number', 'street-address', '12 Harbour Lane'],
  ['city', 'Town', 'address-level2', 'Whitby'],
  ['postalCode', 'Postcode', 'postal-code', 'YO21 1AA'],
] as const

/** What the form says of who buys. */
export const readBuyer = (form: HTMLFormElement): Buyer => {
  const data = new FormData(form)
  const text = (name: keyof Buyer): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    emailAddress: text('emailAddress'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    street: text('street'),
    city: text('city'),
    postalCode: text('postalCode'),
  }
}

/** Who buys, and where it is sent. */
export const BuyerFields = () => (
  <fieldset className="fields">
    <legend>Send it to</legend>
    {FIELDS.map(([name, label, autoComplete, example]) => (
      <label key={name} className={name}>
        {label}
        <input
          name={name}
          type={name === 'emailAddress' ? 'email' : 'text'}
          autoComplete={autoComplete}
          required
          defaultValue={example}
        />
      </label>
    ))}
    <p className="hint">A demo: nothing is charged, and nothing is sent.</p>
  </fieldset>
)
