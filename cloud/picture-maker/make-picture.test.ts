import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { photo } from '../../tests/support/api/pictures'
import type { MadePicture } from '../gateways/picture-maker'
import { makePicture } from './make-picture'

async function made(bytes: Buffer, kind: 'photo' | 'plan' = 'photo'): Promise<MadePicture> {
  const making = await makePicture(bytes, kind)
  if (!making.ok) throw new Error(`refused: ${making.refusal}`)
  return making.value
}

const jpegOf = ({ widths }: MadePicture, wanted: number): Buffer => {
  const found = widths.find(({ width, type }) => width === wanted && type === 'jpg')
  if (found === undefined) throw new Error(`no JPEG of ${wanted}`)
  return Buffer.from(found.content)
}

/** The colour at a share of width and height, as r, g, b. */
async function colourAt(jpeg: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true })
  const at =
    (Math.floor(y * (info.height - 1)) * info.width + Math.floor(x * (info.width - 1))) * info.channels
  return [...data.subarray(at, at + 3)]
}
const isRed = ([r = 0, g = 0, b = 0]: readonly number[]) => r > 180 && g < 90 && b < 90
const isBlue = ([r = 0, g = 0, b = 0]: readonly number[]) => b > 150 && r < 110 && g < 110

it('is made in three widths, as WebP and JPEG, cut to 16:9', async () => {
  const picture = await made(await photo(3000, 3000))
  expect([picture.mediaType, picture.width, picture.height]).toEqual(['image/jpeg', 1440, 810])
  const sizes = await Promise.all(
    picture.widths.map(async ({ content, type }) => {
      const { width, height, format } = await sharp(Buffer.from(content)).metadata()
      return [type, format, width, height]
    }),
  )
  expect(sizes).toEqual([
    ['webp', 'webp', 480, 270],
    ['jpg', 'jpeg', 480, 270],
    ['webp', 'webp', 960, 540],
    ['jpg', 'jpeg', 960, 540],
    ['webp', 'webp', 1440, 810],
    ['jpg', 'jpeg', 1440, 810],
  ])
})

it('is cut around its middle', async () => {
  const jpeg = jpegOf(await made(await photo(4000, 1000)), 960)
  expect(isRed(await colourAt(jpeg, 0.45, 0.5)) && isBlue(await colourAt(jpeg, 0.55, 0.5))).toBe(true)
})

it('is not made larger than what was brought', async () => {
  const picture = await made(await photo(640, 480))
  expect([picture.width, picture.height]).toEqual([640, 360])
  expect((await sharp(jpegOf(picture, 1440)).metadata()).width).toBe(640)
})

it.each([
  ['wide', 3000, 1000, 1440, 480],
  ['tall', 900, 2700, 900, 2700],
  ['very tall', 1000, 9000, 320, 2880],
])('keeps the form of a plan that is %s', async (_name, width, height, storedWidth, storedHeight) => {
  const picture = await made(await photo(width, height), 'plan')
  expect([picture.width, picture.height]).toEqual([storedWidth, storedHeight])
})

it.each([1, 2, 3, 4, 5, 6, 7, 8])('is turned upright from EXIF orientation %i', async (orientation) => {
  // Stored as a camera does it: the pixels lie, and the number says how.
  const upright = sharp(await photo(1280, 720))
  const lie: Record<number, (picture: ReturnType<typeof sharp>) => ReturnType<typeof sharp>> = {
    1: (picture) => picture,
    2: (picture) => picture.flop(),
    3: (picture) => picture.rotate(180),
    4: (picture) => picture.flip(),
    5: (picture) => picture.rotate(90),
    6: (picture) => picture.rotate(270),
    7: (picture) => picture.rotate(270),
    8: (picture) => picture.rotate(90),
  }
  const lying = await (lie[orientation] ?? ((picture) => picture))(upright).png().toBuffer()
  const stored = await sharp(lying).withMetadata({ orientation }).jpeg().toBuffer()
  const picture = await made(stored)
  expect([picture.width, picture.height]).toEqual([1280, 720])
  const jpeg = jpegOf(picture, 960)
  expect(isRed(await colourAt(jpeg, 0.1, 0.5)) && isBlue(await colourAt(jpeg, 0.9, 0.5))).toBe(true)
})

it('has nothing of the file but its pixels', async () => {
  const place = { IFD0: { Copyright: 'WHO TOOK IT' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } }
  const brought = await photo(1280, 720, (picture) => picture.withExif(place).withXmp('<x:xmpmeta/>').jpeg())
  const withTail = Buffer.concat([
    brought,
    Buffer.from('PK\x03\x04 a zip behind it <script>alert(1)</script>'),
  ])
  expect(withTail.includes('WHO TOOK IT')).toBe(true)
  for (const { content } of (await made(withTail)).widths) {
    const bytes = Buffer.from(content)
    for (const trace of ['WHO TOOK IT', 'xmpmeta', 'PK\x03\x04', '<script'])
      expect(bytes.includes(trace)).toBe(false)
    const { exif, xmp, icc, orientation } = await sharp(bytes).metadata()
    expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined])
  }
})

it('has the colours of a CMYK file in sRGB', async () => {
  const cmyk = await photo(1280, 720, (picture) => picture.toColourspace('cmyk').jpeg())
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk')
  const jpeg = jpegOf(await made(cmyk), 960)
  expect((await sharp(jpeg).metadata()).space).toBe('srgb')
  expect(isRed(await colourAt(jpeg, 0.1, 0.5))).toBe(true)
  // Printed blue.
  expect((await colourAt(jpeg, 0.9, 0.5))[2]).toBeGreaterThan(120)
})

it('is on white where a PNG is transparent', async () => {
  const clear = await sharp({ create: { width: 640, height: 360, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  expect(await colourAt(jpegOf(await made(clear), 480), 0.5, 0.5)).toEqual([255, 255, 255])
})

it.each(['gif', 'webp'] as const)('is the first frame of a moving %s', async (format) => {
  const frame = (background: string) =>
    sharp({ create: { width: 640, height: 360, channels: 3, background } })
      .png()
      .toBuffer()
  const moving = await sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
  expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2)
  const picture = await made(moving)
  expect(picture.height).toBe(360)
  expect(isRed(await colourAt(jpegOf(picture, 480), 0.5, 0.5))).toBe(true)
})

const brand = (name: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${name}`), Buffer.alloc(64)])

/** A PNG that says how large it is, and has hardly any pixels. */
function claiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.from('00000000000000000802000000', 'hex')
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

it.each([
  ['an iPhone', brand('heic'), 'picture_heic'],
  ['a camera of another', brand('mif1'), 'picture_heic'],
  [
    'SVG with a script',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'picture_drawn',
  ],
  ['SVG behind a declaration', Buffer.from('\ufeff <?xml version="1.0"?><svg/>'), 'picture_drawn'],
  ['a renamed .exe', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(500)]), 'not_a_picture'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'not_a_picture'],
  ['nothing', Buffer.alloc(0), 'not_a_picture'],
  ['TIFF', Buffer.from('II*\x00\x08\x00\x00\x00'), 'not_a_picture'],
  ['a head alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'picture_broken'],
] as const)('is refused: %s', async (_name, bytes, refusal) => {
  expect(await makePicture(bytes, 'photo')).toEqual({ ok: false, refusal })
})

it('is refused before it is unpacked where it has more than fifty million pixels', async () => {
  const sixty = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#fff' } })
    .jpeg({ quality: 30 })
    .toBuffer()
  expect(await makePicture(sixty, 'photo')).toEqual({ ok: false, refusal: 'picture_too_large' })
  expect(await makePicture(claiming(30_000, 30_000), 'photo')).toEqual({
    ok: false,
    refusal: 'picture_too_large',
  })
})

it.each([
  [1, 1],
  [319, 400],
  [400, 179],
])('is refused at %i × %i', async (width, height) => {
  expect(await makePicture(await photo(width, height, (picture) => picture.png()), 'plan')).toEqual({
    ok: false,
    refusal: 'picture_too_small',
  })
})

it('is refused where the end is missing', async () => {
  const whole = await photo(1280, 720)
  expect(await makePicture(whole.subarray(0, whole.length / 2), 'photo')).toEqual({
    ok: false,
    refusal: 'picture_broken',
  })
})
