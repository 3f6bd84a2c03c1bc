/** What one case of the suite came to on one platform. */
export interface Finding {
  readonly platform: string
  /** The case, and its place in the suite. */
  readonly title: string
  readonly at: number
  readonly outcome: 'passed' | 'failed' | 'left out'
  /** What the keeper said in the end; of a case that was left out, why. */
  readonly words: string
}
