import Taro from '@tarojs/taro'
import { storeFile } from '../file/stored-file'
import { reportBug } from '../start/report'
import { SHARPNESS, type LoadedPicture, type Painting, type Pen, type PictureBytes } from './painting'

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): Pen
  createImage(): LoadingImage
}

interface LoadingImage extends LoadedPicture {
  src: string
  onload: () => void
  onerror: (failure: unknown) => void
}

/**
 * Draws it on the canvas of the page that has that id, and gives the picture's path.
 * @throws Error where the page has no such canvas
 */
export async function paint(canvasId: string, { width, height, picture, draw }: Painting): Promise<string> {
  const canvas = await canvasOf(canvasId)
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  const pen = canvas.getContext('2d')
  pen.scale(SHARPNESS, SHARPNESS)
  draw(pen, await loaded(canvas, picture ?? null))
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
}

/** From a file: not every phone's canvas reads a picture that is written into its address. What fails is left out. */
async function loaded(canvas: CanvasNode, bytes: PictureBytes | null): Promise<LoadedPicture | null> {
  if (bytes === null) return null
  try {
    const path = await storeFile(bytes.name, bytes.content)
    return await new Promise((resolve, reject) => {
      const image = canvas.createImage()
      image.onload = () => resolve(image)
      image.onerror = (failure) => reject(new Error(`a picture could not be read: ${String(failure)}`))
      image.src = path
    })
  } catch (failure) {
    reportBug(failure)
    return null
  }
}

/** Not before WeChat has drawn the page, which it does after React has. */
const canvasOf = (canvasId: string): Promise<CanvasNode> =>
  new Promise((resolve, reject) => {
    Taro.nextTick(() => {
      Taro.createSelectorQuery()
        .select(`#${canvasId}`)
        .fields({ node: true })
        .exec((found: readonly ({ readonly node?: CanvasNode } | null)[]) => {
          const node = found[0]?.node
          if (node === undefined) reject(new Error(`no canvas #${canvasId} on this page`))
          else resolve(node)
        })
    })
  })

/** WeChat's own sheet: to a friend, into the album, into the favourites. */
export function shareImage(path: string, _name: string): void {
  Taro.showShareImageMenu({ path }).catch((failure: { errMsg?: string }) => {
    if (!failure.errMsg?.includes('cancel')) throw failure
  })
}
