/** What the carriers ask at the moment of leaving, and only then. Answers come at once; a throw means nothing. */
export interface Door {
  /** The url, as written in the page, with the codes on it; the very same string where nothing is to be carried. */
  readonly rewrite: (url: string) => string
  /** Fields for a checkout form by name; empty where nothing is to be carried. */
  readonly fields: () => Readonly<Record<string, string>>
}

/** The window that the carriers work in. */
export type View = Window & typeof globalThis
