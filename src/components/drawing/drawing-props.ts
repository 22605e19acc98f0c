export interface DrawingProps {
  readonly canvasId: string
  /** Address of the finished picture; `null` while it is being drawn. */
  readonly address: string | null
  /** What it shows, for who cannot see it. */
  readonly label: string
}
