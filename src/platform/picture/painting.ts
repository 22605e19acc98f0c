/** The part of a 2D canvas that both WeChat and browsers have. */
export interface Pen {
  fillStyle: unknown
  font: string
  textBaseline: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  closePath(): void
  fill(): void
  scale(x: number, y: number): void
}

/** A picture to be drawn, in its own units. */
export interface Painting {
  readonly width: number
  readonly height: number
  readonly draw: (pen: Pen) => void
}

/** Pixels for each unit of a painting: sharp on phones, small enough for a chat. */
export const SHARPNESS = 2
