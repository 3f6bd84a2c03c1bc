const isHidden = ({ document }: Window): boolean => document.hidden

const withoutHash = (url: string): string => url.replace(/#.*/s, '')

const originOf = (url: string): string => {
  try {
    return new URL(url).origin
  } catch {
    return ''
  }
}

/** The page was loaded with another URL: a script, or the shop's own link, has changed it since. */
const isStep = ({ performance }: Window, url: string): boolean => {
  const [entry] = performance.getEntriesByType('navigation')
  return !!entry && withoutHash(entry.name) !== withoutHash(url)
}

/**
 * A page of this origin led here. Where nothing is said of it, by a page's policy or since the browser itself was told to
 * go, what this tab showed before counts: Chrome 123, Firefox 147 and Safari 26.2 tell, and no page can hide it.
 */
const isOnward = ({ document, location, navigation }: Window): boolean => {
  const { referrer } = document
  return referrer ? originOf(referrer) === location.origin : !!navigation?.activation?.from
}

/**
 * Whether the shopper came here by a link from elsewhere. False in frames and on pages that nobody looks at, where coupon
 * extensions pay their hidden visits, and for what follows a page of the shop in its tab, where they add a ref of their own.
 */
export const isFollowed = (page: Window, url: string): boolean =>
  page.top === page && !isHidden(page) && !isStep(page, url) && !isOnward(page)

/** Calls back once, when a page that is hidden now is looked at; never for one that is not hidden. */
export const whenSeen = (page: Window, seen: () => void): void => {
  if (isHidden(page) && page.top === page)
    page.document.addEventListener('visibilitychange', seen, { once: true })
}
