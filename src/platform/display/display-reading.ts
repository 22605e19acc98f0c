export type Theme = 'light' | 'dark'

export interface DisplayReading {
  /** The reader's font size over the standard one; NaN when the platform does not say. */
  readonly fontFactor: number
  readonly theme: Theme
}
