import jsqr from 'jsqr'
import type { Page } from 'playwright-core'

/** What a scanner reads off a picture of the window, or of a part of it; `null` where it finds no code. */
export async function readCode(
  page: Page,
  { selector, shrink = 1 }: { readonly selector?: string; readonly shrink?: number } = {},
): Promise<string | null> {
  const picture = selector === undefined ? await page.screenshot() : await page.locator(selector).screenshot()
  return readPicture(page, picture, shrink)
}

/** @param shrink the picture is made smaller by this, as by a camera further away */
export async function readPicture(page: Page, picture: Buffer, shrink = 1): Promise<string | null> {
  const { width, height, bytes } = await pixelsOf(page, picture, shrink)
  return jsqr(new Uint8ClampedArray(bytes), width, height, { inversionAttempts: 'dontInvert' })?.data ?? null
}

/** Four bytes for each pixel of a PNG, decoded by the browser of this page. */
export async function pixelsOf(
  page: Page,
  picture: Buffer,
  shrink = 1,
): Promise<{ width: number; height: number; bytes: Buffer }> {
  const { width, height, pixels } = await page.evaluate(
    async ([png, by]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(image.width / by)
      canvas.height = Math.round(image.height / by)
      const pen = canvas.getContext('2d') as CanvasRenderingContext2D
      pen.drawImage(image, 0, 0, canvas.width, canvas.height)
      const bytes = pen.getImageData(0, 0, canvas.width, canvas.height).data
      let text = ''
      for (let from = 0; from < bytes.length; from += 30_000)
        text += String.fromCharCode(...bytes.subarray(from, from + 30_000))
      return { width: canvas.width, height: canvas.height, pixels: btoa(text) }
    },
    [picture.toString('base64'), shrink] as const,
  )
  return { width, height, bytes: Buffer.from(pixels, 'base64') }
}
