import type { CodePicture } from '../../core/contract/activity/activity'
import { posterOf } from '../../src/features/activity/poster/draw-poster'
import type { LoadedPicture, Pen } from '../../src/platform/picture/painting'
import type { PosterWords } from '../../src/text/activity/poster'

/** Pixels: what chats show without making it smaller. */
const WIDTH = 1080

/**
 * The poster that residents draw on their phones, for the chat of a group.
 * @param code 小程序码; without it the words say how to find the activity
 * @returns the picture as an address
 * @throws Error where this browser has no canvas
 */
export async function posterPicture(words: PosterWords, code: CodePicture | null): Promise<string> {
  const picture = code === null ? null : { name: 'code', ...code }
  const { width, height, draw } = posterOf(words, null, picture)
  const canvas = document.createElement('canvas')
  const sharpness = WIDTH / width
  canvas.width = WIDTH
  canvas.height = Math.round(height * sharpness)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser has no canvas')
  pen.scale(sharpness, sharpness)
  draw(pen as Pen, await loaded(code))
  return canvas.toDataURL('image/png')
}

export const codeAddress = ({ mediaType, content }: CodePicture): string =>
  `data:${mediaType};base64,${content}`

async function loaded(code: CodePicture | null): Promise<LoadedPicture | null> {
  if (code === null) return null
  const image = new Image()
  image.src = codeAddress(code)
  await image.decode()
  return image
}
