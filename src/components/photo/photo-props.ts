export interface PhotoProps {
  /** Where it is; `null` while it is on its way. */
  readonly address: string | null
  readonly label: string
  /** Pixels: its room is kept before it comes. */
  readonly width: number
  readonly height: number
}

/** A photo that staff brought, in a box of its form. */
export interface CoverProps {
  readonly name: string
  /** Where this device has it. */
  readonly address: string
  /** What is to be seen. */
  readonly label: string
  /** It cannot be shown. */
  readonly onLost: () => void
}
