import { inflateRawSync } from 'node:zlib'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 65_535
const MOST_ENTRIES = 1_000

export type ZipVerdict =
  | { readonly kind: 'fits'; readonly names: readonly string[] }
  /** More than `most` bytes, or more files than a table has. */
  | { readonly kind: 'too big' }
  /** No zip, cut off, or one that lies about what is in it. */
  | { readonly kind: 'broken' }

/**
 * What a zip unpacks to, judged before anything reads it: first by what it says of itself, then by unpacking each
 * file as far as it may go and throwing it away. What is not asked here could fill the memory in a moment.
 * @param most bytes of all files together
 */
export function judgeZip(bytes: Buffer, most: number): ZipVerdict {
  const end = endOf(bytes)
  if (end === null) return { kind: 'broken' }
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  // 65535 and 0xffffffff say: look into the records of Zip64, for more than 4 GB.
  if (count > MOST_ENTRIES || at === 0xffffffff) return { kind: 'too big' }
  const entries: { readonly name: string; readonly size: number; readonly data: Buffer | null }[] = []
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return { kind: 'broken' }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      bytes.readUInt16LE(at + place),
    ) as [number, number, number]
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      size: bytes.readUInt32LE(at + 24),
      data: dataOf(bytes, at),
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  if (entries.reduce((sum, { size }) => sum + size, 0) > most) return { kind: 'too big' }
  // Declared sizes fit, so whatever unpacks to another size lies.
  const isTrue = entries.every(({ size, data }) => data !== null && unpacksTo(data, size))
  return isTrue ? { kind: 'fits', names: entries.map(({ name }) => name) } : { kind: 'broken' }
}

function endOf(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - LONGEST_COMMENT); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at
  return null
}

/** What is packed for an entry of the directory, with how in its first byte; `null` where it is not there. */
function dataOf(bytes: Buffer, entry: number): Buffer | null {
  const [method, packed, local] = [
    bytes.readUInt16LE(entry + 10),
    bytes.readUInt32LE(entry + 20),
    bytes.readUInt32LE(entry + 42),
  ]
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return null
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  if (from + packed > bytes.length || (method !== 0 && method !== 8)) return null
  return Buffer.concat([Buffer.from([method]), bytes.subarray(from, from + packed)])
}

function unpacksTo(data: Buffer, size: number): boolean {
  if (data[0] === 0) return data.length - 1 === size
  try {
    return inflateRawSync(data.subarray(1), { maxOutputLength: Math.max(1, size) }).length === size
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE' || code.startsWith('Z_')) return false
    throw error
  }
}
