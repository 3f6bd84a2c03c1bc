const HOSTILE = /[\\\u0000-\u001f\u007f]/ // oxlint-disable-line no-control-regex

/** The path to redirect to: `target` where it stays in this shop, else `fallback`. */
export const sameOriginPath = (
  target: string | undefined,
  { base, fallback }: { readonly base: string; readonly fallback: string },
): string => {
  if (!target || HOSTILE.test(target)) return fallback
  try {
    const url = new URL(target, base)
    if (url.origin !== new URL(base).origin || !/^https?:$/.test(url.protocol)) return fallback
    // `/.//evil.example` is this origin, but its path alone would be read as another host.
    return url.pathname.replace(/^\/+/, '/') + url.search + url.hash
  } catch {
    return fallback
  }
}
