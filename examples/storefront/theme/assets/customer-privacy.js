// Stands in for Shopify's Customer Privacy API, with the members that the keeper asks; it forgets with the browser.
;(() => {
  const answer = () => /(?:^|; )demo_consent=(\w+)/.exec(document.cookie)?.[1] ?? 'open'
  const isAllowed = () => answer() === 'yes'

  window.Shopify.customerPrivacy = {
    shouldShowBanner: () => answer() === 'open',
    marketingAllowed: isAllowed,
    analyticsProcessingAllowed: isAllowed,
    preferencesProcessingAllowed: isAllowed,
    saleOfDataAllowed: isAllowed,
    setTrackingConsent: ({ marketing }, done = () => {}) => {
      const said = marketing === undefined ? 'open' : marketing ? 'yes' : 'no'
      document.cookie = `demo_consent=${said}; path=/; SameSite=Lax`
      document.dispatchEvent(
        new CustomEvent('visitorConsentCollected', { detail: { marketingAllowed: isAllowed() } }),
      )
      done()
    },
  }

  if (new URLSearchParams(location.search).has('gpc'))
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })
})()
