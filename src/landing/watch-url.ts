/** Calls back when the page's URL changes without a new page, and says whether that was a step forward. */
export const watchUrl = (
  view: Window & typeof globalThis,
  changed: (isNew: boolean) => void,
  signal: AbortSignal,
): void => {
  let { href } = view.location
  const look = (isNew: boolean): void => {
    if (view.location.href !== href) {
      href = view.location.href
      changed(isNew)
    }
  }
  const navigation: Navigation | undefined = view.navigation
  navigation?.addEventListener(
    'currententrychange',
    (event) => look(event.navigationType === 'push'),
    { signal },
  )
  // without the Navigation API a router's pushState is seen at the next click
  view.addEventListener('popstate', () => look(false), { signal })
  view.addEventListener('click', () => look(true), { capture: true, signal })
}
