import sharp, { type Sharp } from 'sharp'
import type { FileKind } from '../../core/domain/staff/picture'
import { accept, refuse } from '../../core/kernel/result'
import { PICTURE_WIDTHS } from '../../core/shapes/picture'
import type { PictureMaking } from '../gateways/picture-maker'

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

type KindOfFile = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'heic' | 'svg' | 'other'

/** What a file is by its first bytes; its name and what the browser says of it count for nothing. */
function kindOfFile(bytes: Buffer): KindOfFile {
  const head = bytes.toString('latin1', 0, 16)
  const starts = (text: string, at = 0): boolean => head.startsWith(text, at)
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp'
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif'
  if (starts('ftyp', 4) && HEIC.some((brand) => starts(brand, 8))) return 'heic'
  return SVG.test(bytes.subarray(0, 1_024).toString('utf8')) ? 'svg' : 'other'
}

/** AVIF too: few programs of an office open either. */
const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']
const SVG = /^\ufeff?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)[^]*/i
