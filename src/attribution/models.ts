/** What speaks for a publisher: a link that was followed, or a coupon that was used. */
export interface Evidence {
  readonly publisher: string
  /** Milliseconds since 1970. A link whose time is not known counts as the oldest, a coupon's as the order's own. */
  readonly at: number
}

/** The evidence of one sale. */
export interface Evidences {
  readonly link?: Evidence | undefined
  readonly coupon?: Evidence | undefined
}

/** Which kind of evidence earns the sale. */
export type DecidedBy = 'link' | 'coupon'

/** Decides which evidence earns the sale; undefined for none. Asked only where there is some. */
export type AttributionModel = (evidences: Evidences) => DecidedBy | undefined

/** Models that are known by name. */
export type ModelName = 'last' | 'first' | 'coupon-first' | 'link-first'

const both =
  (choose: (link: Evidence, coupon: Evidence) => DecidedBy): AttributionModel =>
  ({ link, coupon }) => {
    if (link && coupon) return choose(link, coupon)
    return link ? 'link' : 'coupon'
  }

/** `last` and `first` by time · `coupon-first` and `link-first` by kind, where a sale has evidence of both. */
export const attributionModels: Readonly<Record<ModelName, AttributionModel>> = {
  last: both((link, coupon) => (link.at > coupon.at ? 'link' : 'coupon')),
  first: both((link, coupon) => (coupon.at < link.at ? 'coupon' : 'link')),
  'coupon-first': both(() => 'coupon'),
  'link-first': both(() => 'link'),
}

/** Which kind of evidence a model goes by, and the publisher that it names; both absent where there is none. */
export const decide = (
  evidences: Evidences,
  model: ModelName | AttributionModel,
): { readonly by?: DecidedBy | undefined; readonly publisher?: string | undefined } => {
  if (!evidences.link && !evidences.coupon) return {}
  const by = (typeof model === 'function' ? model : attributionModels[model])(evidences)
  return { by, publisher: by && evidences[by]?.publisher }
}
