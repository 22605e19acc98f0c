import { reportBug } from '../start/report'
import { SHARPNESS, type LoadedPicture, type Painting, type Pen, type PictureBytes } from './painting'

/**
 * Draws it and gives the picture's address, which an image shows.
 * @throws Error where this browser has no canvas
 */
export async function paint(_canvasId: string, { width, height, picture, draw }: Painting): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser has no canvas')
  pen.scale(SHARPNESS, SHARPNESS)
  draw(pen as Pen, await loaded(picture ?? null))
  return canvas.toDataURL('image/png')
}

/** What a browser cannot read is left out. */
async function loaded(bytes: PictureBytes | null): Promise<LoadedPicture | null> {
  if (bytes === null) return null
  const image = new Image()
  image.src = `data:${bytes.mediaType};base64,${bytes.content}`
  try {
    await image.decode()
    return image
  } catch (failure) {
    reportBug(failure)
    return null
  }
}

/** Saves the picture as a file. */
export function shareImage(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.png`
  link.click()
}
