// The globals every Shopify storefront has, read from the page so that no inline script is needed.
;(() => {
  const { root, designMode } = document.documentElement.dataset

  window.Shopify = {
    shop: 'pine-and-post.example',
    locale: 'en',
    currency: { active: 'USD', rate: '1.0' },
    routes: { root },
    ...(designMode === 'true' && { designMode: true }),
  }
})()
