// What merchants paste into a theme today: no end but a date, no cart, no forms, no consent.
const code = new URLSearchParams(location.search).get('discount')
if (code) {
  const until = Date.now() + 30 * 864e5
  localStorage.setItem('discount', JSON.stringify({ code, until }))
  document.cookie = `discount=${encodeURIComponent(code)}; path=/; max-age=2592000; samesite=lax`
  fetch(`/discount/${encodeURIComponent(code)}`)
}
document.addEventListener(
  'click',
  ({ target }) => {
    const link = target.closest('a[href*="/checkout"]')
    const kept = JSON.parse(localStorage.getItem('discount') || '{}')
    if (!link || !(kept.until > Date.now())) return
    const url = new URL(link.href)
    url.searchParams.set('discount', kept.code)
    link.href = url.href
  },
  true,
)
