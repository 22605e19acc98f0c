import Taro from '@tarojs/taro'
import { SHARPNESS, type Painting, type Pen } from './painting'

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): Pen
}

/**
 * Draws it on the canvas of the page that has that id, and gives the picture's path.
 * @throws Error where the page has no such canvas
 */
export async function paint(canvasId: string, { width, height, draw }: Painting): Promise<string> {
  const canvas = await canvasOf(canvasId)
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  const pen = canvas.getContext('2d')
  pen.scale(SHARPNESS, SHARPNESS)
  draw(pen)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return tempFilePath
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
export function offerPicture(path: string, _name: string): void {
  Taro.showShareImageMenu({ path }).catch((failure: { errMsg?: string }) => {
    if (!failure.errMsg?.includes('cancel')) throw failure
  })
}
