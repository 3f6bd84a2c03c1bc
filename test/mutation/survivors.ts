export interface Survivor {
  /** The line with the change in it, as \`npm run mutation\` tells it. */
  readonly reads: string
  /** Why nothing outside can tell. */
  readonly why: string
}

export const survivors: Readonly<Record<string, readonly Survivor[]>> = {}
