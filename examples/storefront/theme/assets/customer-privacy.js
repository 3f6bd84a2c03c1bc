// Stands in for Shopify's Customer Privacy API, with the members that the keeper asks; it forgets with the tab.
;(() => {
  const KEY = 'demo-consent'
  const answer = () => sessionStorage.getItem(KEY) ?? ''
  const isAllowed = () => answer() === 'yes'

  window.Shopify.customerPrivacy = {
    shouldShowBanner: () => answer() === '',
    marketingAllowed: isAllowed,
    analyticsProcessingAllowed: isAllowed,
    preferencesProcessingAllowed: isAllowed,
    saleOfDataAllowed: isAllowed,
    setTrackingConsent: ({ marketing }, done = () => {}) => {
      sessionStorage.setItem(KEY, marketing === undefined ? '' : marketing ? 'yes' : 'no')
      document.dispatchEvent(
        new CustomEvent('visitorConsentCollected', { detail: { marketingAllowed: isAllowed() } }),
      )
      done()
    },
  }

  if (new URLSearchParams(location.search).has('gpc'))
    Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })
})()
