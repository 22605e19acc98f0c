import { pictureSize } from './picture-size'

const EXIF = [...Buffer.from('Exif'), 0, 0]

/** Exif with another entry before the orientation, as cameras write it. */
function exif(orientation: number, little: boolean): number[] {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4)
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(little ? 'II' : 'MM')
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  u16(0x0100, 10)
  u16(0x0112, 22)
  u16(3, 24)
  u32(1, 26)
  u16(orientation, 30)
  return [...EXIF, ...tiff]
}

const part = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
]

/** 800 × 500 as stored. */
const jpeg = (...parts: readonly number[][]): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...parts.flat(),
    ...part(0xc0, [8, 500 >> 8, 500 & 0xff, 800 >> 8, 800 & 0xff, 1, 1, 0x11, 0]),
  ])

describe('the size of a JPEG', () => {
  it.each([true, false])('is that of the picture as it is shown, in either byte order', (little) => {
    for (const orientation of [5, 6, 7, 8])
      expect(pictureSize(jpeg(part(0xe1, exif(orientation, little))))).toEqual({ width: 500, height: 800 })
    for (const orientation of [1, 2, 3, 4])
      expect(pictureSize(jpeg(part(0xe1, exif(orientation, little))))).toEqual({ width: 800, height: 500 })
  })

  it('is as stored where nothing says how to turn it, or what says so is broken', () => {
    const stored = { width: 800, height: 500 }
    expect(pictureSize(jpeg())).toEqual(stored)
    expect(pictureSize(jpeg(part(0xe1, [...Buffer.from('http://ns.adobe.com/xap/1.0/')])))).toEqual(stored)
    for (let length = 0; length < 30; length += 1)
      expect(pictureSize(jpeg(part(0xe1, exif(6, true).slice(0, length))))).toEqual(stored)
  })

  it('is found behind bytes that fill up before a marker', () => {
    expect(pictureSize(jpeg([0xff, 0xff, ...part(0xe1, exif(6, true))], [0xff]))).toEqual({
      width: 500,
      height: 800,
    })
  })

  it('is turned by the first Exif part alone', () => {
    const both = (first: number, second: number) =>
      pictureSize(jpeg(part(0xe1, exif(first, true)), part(0xe1, exif(second, false))))?.width
    expect([both(6, 1), both(1, 6)]).toEqual([500, 800])
  })
})

describe('the size of a PNG', () => {
  const chunk = (kind: string, content: readonly number[]): number[] => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return [...length, ...Buffer.from(kind), ...content, 0, 0, 0, 0]
  }
  const header = chunk('IHDR', [0, 0, 800 >> 8, 800 & 0xff, 0, 0, 500 >> 8, 500 & 0xff, 8, 2, 0, 0, 0])
  const png = (...chunks: readonly number[][]): Uint8Array =>
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...header, ...chunks.flat()])
  const turned = chunk('eXIf', exif(6, false).slice(EXIF.length))

  it('is that of the picture as it is shown', () => {
    expect(pictureSize(png(turned, chunk('IDAT', [])))).toEqual({ width: 500, height: 800 })
  })

  it('is as stored where nothing before the picture turns it', () => {
    expect(pictureSize(png(chunk('IDAT', []), turned))).toEqual({ width: 800, height: 500 })
    expect(pictureSize(png(chunk('pHYs', [1])))).toEqual({ width: 800, height: 500 })
  })
})
