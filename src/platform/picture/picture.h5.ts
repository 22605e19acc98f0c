import { SHARPNESS, type Painting, type Pen } from './painting'

/**
 * Draws it and gives the picture's address, which an image shows.
 * @throws Error where this browser has no canvas
 */
export function paint(_canvasId: string, { width, height, draw }: Painting): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.reject(new Error('this browser has no canvas'))
  pen.scale(SHARPNESS, SHARPNESS)
  draw(pen as Pen)
  return Promise.resolve(canvas.toDataURL('image/png'))
}

/** Saves the picture as a file. */
export function offerPicture(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.png`
  link.click()
}
