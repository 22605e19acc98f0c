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
  drawImage(picture: LoadedPicture, x: number, y: number, width: number, height: number): void
}

/** A picture that is ready to be drawn, in pixels of its own. */
export interface LoadedPicture {
  readonly width: number
  readonly height: number
}

/** A picture that came as bytes. */
export interface PictureBytes {
  /** Of the file, where the platform needs one. */
  readonly name: string
  readonly mediaType: string
  /** In base64. */
  readonly content: string
}

/** A picture to be drawn, in its own units. */
export interface Painting {
  readonly width: number
  readonly height: number
  /** To be put somewhere on it. */
  readonly picture?: PictureBytes | null
  /** @param picture `null` where there is none, or this phone could not read it */
  readonly draw: (pen: Pen, picture: LoadedPicture | null) => void
}

/** Pixels for each unit of a painting: sharp on phones, small enough for a chat. */
export const SHARPNESS = 2
