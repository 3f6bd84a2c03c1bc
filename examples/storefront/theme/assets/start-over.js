const forgetCookie = (name) => {
  document.cookie = `${name}=; path=/; max-age=0`
}

/** The start-over link forgets what this browser holds of the shop, then goes where it leads. */
export const bindStartOver = () => {
  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-start-over]')) return
    window.DiscountKeeper?.stop?.()
    localStorage.clear()
    sessionStorage.clear()
    for (const pair of document.cookie.split('; ')) forgetCookie(pair.split('=')[0])
  })
}
