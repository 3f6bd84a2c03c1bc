import type { ComponentProps, MouseEvent } from 'react'
import { navigate } from './router.js'

/** A plain click stays in the app; everything else is the browser's. */
const isPlain = ({ altKey, button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey

/** A link to another page of the shop. */
export const Link = ({ href, ...others }: ComponentProps<'a'> & { readonly href: string }) => (
  <a
    href={href}
    onClick={(event) => {
      if (!isPlain(event)) return
      event.preventDefault()
      navigate(href)
    }}
    {...others}
  />
)
