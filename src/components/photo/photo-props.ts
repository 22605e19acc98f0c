export interface PhotoProps {
  /** Where it is; `null` while it is on its way. */
  readonly address: string | null
  readonly label: string
  /** Pixels: its room is kept before it comes. */
  readonly width: number
  readonly height: number
}
