export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Longest side in pixels: more than any phone shows is a picture straight from a camera. */
const LONGEST_SIDE = 4_000

/** Width and height of a PNG or a JPEG; `null` for what is neither, or broken, or out of all bounds. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes[0] === 0x89 ? sizeOfPng(view) : sizeOfJpeg(view)
  if (size === null || size.width < 1 || size.height < 1) return null
  return Math.max(size.width, size.height) > LONGEST_SIDE ? null : size
}

/** The header chunk comes first: its width and height stand at 16 and 20. */
const sizeOfPng = (view: DataView): PictureSize | null =>
  view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) }

/** Markers SOF0 to SOF15 carry the size; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function sizeOfJpeg(view: DataView): PictureSize | null {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}
