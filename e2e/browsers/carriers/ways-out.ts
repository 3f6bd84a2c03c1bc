import { forms } from './forms.js'
import { links } from './links.js'
import { scripts } from './scripts.js'
import type { WayOut } from './way-out.js'

/** Every way out to checkout met in real themes, and what on the page it relies on besides visit and cart. */
export const waysOut: readonly WayOut[] = [...links, ...forms, ...scripts]
