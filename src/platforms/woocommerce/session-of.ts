/** The session that a Cart-Token stands for: the part of it that stays when it is renewed, and opens nothing by itself. */
export const sessionOf = (token: string | null | undefined): string => {
  try {
    const [, claims = ''] = (token ?? '').split('.')
    const { user_id: session }: { readonly user_id?: unknown } = JSON.parse(
      atob(claims.replace(/-/g, '+').replace(/_/g, '/')),
    )
    return typeof session === 'string' || typeof session === 'number' ? String(session) : ''
  } catch {
    return ''
  }
}
