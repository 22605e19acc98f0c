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

/** Length, kind and checksum of a chunk are 4 bytes each. */
const CHUNK_BYTES = 12
const PNG_SIGNATURE = 8
const EXIF_CHUNK = 0x65584966
const DATA_CHUNK = 0x49444154

/** The header chunk comes first: its width and height stand at 16 and 20; an Exif chunk before the picture may turn it. */
function sizeOfPng(view: DataView): PictureSize | null {
  if (view.byteLength < 24) return null
  const stored = { width: view.getUint32(16), height: view.getUint32(20) }
  for (let at = PNG_SIGNATURE; at + CHUNK_BYTES <= view.byteLength;) {
    const [length, kind] = [view.getUint32(at), view.getUint32(at + 4)]
    if (kind === DATA_CHUNK) break
    if (kind === EXIF_CHUNK)
      return shown(stored, isTurned(view, at + 8, Math.min(at + 8 + length, view.byteLength)))
    at += CHUNK_BYTES + length
  }
  return stored
}

const shown = ({ width, height }: PictureSize, turned: boolean): PictureSize =>
  turned ? { width: height, height: width } : { width, height }

/** Markers SOF0 to SOF15 carry the size; C4, C8 and CC are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const APP1 = 0xe1

/** As it is shown: a phone held upright stores its picture lying and says in the Exif part to turn it. */
function sizeOfJpeg(view: DataView): PictureSize | null {
  let at = 2
  let exif: { readonly turned: boolean } | null = null
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker))
      return shown({ width: view.getUint16(at + 7), height: view.getUint16(at + 5) }, exif?.turned ?? false)
    const length = Math.max(2, view.getUint16(at + 2))
    const end = Math.min(at + 2 + length, view.byteLength)
    // The first Exif part counts.
    if (marker === APP1 && exif === null && isExif(view, at + 4, end))
      exif = { turned: isTurned(view, at + 4 + EXIF.length, end) }
    at += 2 + length
  }
  return null
}

/** `Exif` and two zeros. */
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]
const LITTLE_ENDIAN = 0x4949
const ORIENTATION = 0x0112
const ENTRY_BYTES = 12
/** Orientations 5 to 8 are turned by a quarter, some of them mirrored too. */
const FIRST_TURNED = 5
const LAST_TURNED = 8

const SHORT = 3

const isExif = (view: DataView, from: number, to: number): boolean =>
  from + EXIF.length <= to && EXIF.every((byte, index) => view.getUint8(from + index) === byte)

/** Whether the directory between `tiff` and `to` (exclusive) says that the picture is shown turned by a quarter. */
function isTurned(view: DataView, tiff: number, to: number): boolean {
  if (tiff + 8 > to) return false
  const little = view.getUint16(tiff) === LITTLE_ENDIAN
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > to) return false
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * ENTRY_BYTES
    if (entry + ENTRY_BYTES > to) return false
    if (view.getUint16(entry, little) !== ORIENTATION) continue
    if (view.getUint16(entry + 2, little) !== SHORT) return false
    const orientation = view.getUint16(entry + 8, little)
    return orientation >= FIRST_TURNED && orientation <= LAST_TURNED
  }
  return false
}
