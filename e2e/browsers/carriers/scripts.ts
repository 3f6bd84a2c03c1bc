import type { WayOut } from './way-out.js'

const script = (name: string, run: string, more: Partial<WayOut> = {}): WayOut => ({
  name,
  markup: '',
  leave: { run },
  modern: 'navigation',
  older: 'none',
  ...more,
})

/** Navigations by script. */
export const scripts: readonly WayOut[] = [
  script('location.href', "location.href = '/checkout'"),
  script('location.assign()', "location.assign('/checkout')"),
  script('location.replace()', "location.replace('/checkout')"),
  script('a cart permalink by script', "location.href = '/cart/40101:1'", { makesCart: true }),
  script("window.open() with the target '_self'", "window.open('/checkout', '_self')"),
  script('window.open() without a target', "window.open('/checkout')", {
    modern: 'none',
    opens: true,
  }),
  script(
    'a pop-up pointed at checkout later',
    "const popup = window.open('about:blank', 'pay', 'popup'); setTimeout(() => { popup.location = '/checkout' })",
    { modern: 'none', opens: true },
  ),
]
