import { useId, useState } from 'react'
import type { Applied } from 'discount-keeper'
import { useDiscount } from 'discount-keeper/react'

const say = ({ reason, status }: Applied): string => {
  if (status === 'applied') return 'It is on your cart.'
  if (status === 'held') return 'It is kept for your cart.'
  if (status === 'waiting') return 'It does not fit what is in your cart yet.'
  return reason === 'DISCOUNT_CURRENTLY_INACTIVE'
    ? 'This code has ended.'
    : 'There is no such code.'
}

/** Where the shopper types a code. */
export const CodeForm = () => {
  const { apply } = useDiscount()
  const [code, setCode] = useState('')
  const [answer, setAnswer] = useState('')
  const id = useId()
  const send = async (): Promise<void> => {
    setAnswer('')
    const applied = await apply(code)
    setAnswer(say(applied))
    if (applied.status !== 'rejected') setCode('')
  }
  return (
    <form
      className="code-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label htmlFor={id}>Discount code</label>
      <input
        id={id}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        required
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <button>Apply</button>
      <p role="status">{answer}</p>
    </form>
  )
}
