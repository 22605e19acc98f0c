import sharp, { type Sharp } from 'sharp'
import type { FileKind } from '../../core/domain/staff/picture'
import { accept, refuse } from '../../core/kernel/result'
import { PICTURE_WIDTHS } from '../../core/shapes/picture'
import type { PictureMaking } from '../gateways/picture-maker'
import { kindOfFile } from './kind-of-file'

const MOST_PIXELS = 50_000_000
/** A photo of less cannot fill the width of a phone. */
const LEAST = { width: 320, height: 180 }
const LARGEST = PICTURE_WIDTHS[PICTURE_WIDTHS.length - 1] ?? 0
/** The largest width of a photo is this high: 16:9. */
const PHOTO_HEIGHT = (LARGEST * 9) / 16
/** A plan may be a tall one, but no ribbon. */
const PLAN_HEIGHT = 2 * LARGEST

// Of all that libvips can open only these four: none of what it reads by other libraries, SVG and PDF above all.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
// Two processes at once have two cores; within one there is nothing to share.
sharp.concurrency(1)

/**
 * The picture made anew: its pixels, turned upright, on white, in sRGB, and nothing else of the file. Of what moves
 * the first frame.
 */
export async function makePicture(bytes: Buffer, kind: FileKind): Promise<PictureMaking> {
  const mediaType = kindOfFile(bytes)
  if (mediaType === 'heic') return refuse('picture_heic')
  if (mediaType === 'svg') return refuse('picture_drawn')
  if (mediaType === 'other') return refuse('not_a_picture')
  const open = () => sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, pages: 1 })
  try {
    // Of the header alone: nothing is unpacked before it is known how much that would be.
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (autoOrient.width * autoOrient.height > MOST_PIXELS) return refuse('picture_too_large')
    if (autoOrient.width < LEAST.width || autoOrient.height < LEAST.height) return refuse('picture_too_small')
    const upright = open().autoOrient().toColourspace('srgb').flatten({ background: '#ffffff' })
    const largest = await fitted(upright, kind, autoOrient).raw().toBuffer({ resolveWithObject: true })
    const { width, height, channels } = largest.info
    const of = (wanted: number) =>
      sharp(largest.data, { raw: { width, height, channels } }).resize({
        width: wanted,
        withoutEnlargement: true,
      })
    const widths = await Promise.all(
      PICTURE_WIDTHS.flatMap((wanted) => [
        of(wanted)
          .webp({ quality: 78 })
          .toBuffer()
          .then((content) => ({ width: wanted, type: 'webp' as const, content })),
        of(wanted)
          .jpeg({ quality: 80, progressive: true })
          .toBuffer()
          .then((content) => ({ width: wanted, type: 'jpg' as const, content })),
      ]),
    )
    return accept({ mediaType, width, height, widths })
  } catch {
    // Whatever sharp says of a file is for its maker: to whoever brought it, it does not open.
    return refuse('picture_broken')
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** A photo is cut to 16:9 around its middle, a plan keeps its form; neither is made larger. */
function fitted(picture: Sharp, kind: FileKind, { width, height }: Size): Sharp {
  if (kind === 'plan')
    return picture.resize({ width: LARGEST, height: PLAN_HEIGHT, fit: 'inside', withoutEnlargement: true })
  const scale = Math.min(1, width / LARGEST, height / PHOTO_HEIGHT)
  return picture.resize({
    width: Math.round(LARGEST * scale),
    height: Math.round(PHOTO_HEIGHT * scale),
    fit: 'cover',
    position: 'centre',
  })
}
