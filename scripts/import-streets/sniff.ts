import { open } from 'node:fs/promises'
import { constants, gunzipSync } from 'node:zlib'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'

export type StreetFormat = 'pbf' | 'xml' | 'geojson'

export interface StreetFile {
  readonly format: StreetFormat
  readonly isZipped: boolean
  readonly bytes: number
}

const HEAD_BYTES = 65_536

/** Files that are taken for streets by mistake, by their first bytes, and what to do with them. */
const FOREIGN: readonly (readonly [start: string, advice: string])[] = [
  ['BZh', 'it is packed with bzip2; unpack it first (bunzip2)'],
  ['PK', 'it is a zip archive; unpack it and name the file with the streets'],
  ['7z', 'it is a 7z archive; unpack it and name the file with the streets'],
  ['\xfd7zXZ', 'it is packed with xz; unpack it first (unxz)'],
  ['\xff\xe0', 'it is o5m; convert it first (osmium cat -o streets.osm.pbf)'],
  ['\x00\x00\x27\x0a', 'it is a shapefile; convert it to GeoJSON first (ogr2ogr)'],
  ['SQLite format 3', 'it is a database (GeoPackage?); convert it to GeoJSON first (ogr2ogr)'],
]

/**
 * Tells from its first bytes, not from its name, what kind of file it is.
 * @throws MapFileError saying what to do with a file of another kind.
 */
export async function sniff(file: string): Promise<StreetFile> {
  const { head, bytes } = await readHead(file)
  if (bytes === 0) throw new MapFileError(`${file} is empty`)
  const isZipped = head[0] === 0x1f && head[1] === 0x8b
  const start = (isZipped ? unzipStart(file, head) : head).toString('latin1')
  const format = formatOf(start)
  if (format) return { format, isZipped, bytes }
  const foreign = FOREIGN.find(([first]) => start.startsWith(first))
  throw new MapFileError(
    `${file} is not a street file: ${foreign?.[1] ?? 'OpenStreetMap PBF, OpenStreetMap XML and GeoJSON are read'}`,
  )
}

async function readHead(file: string): Promise<{ head: Buffer; bytes: number }> {
  try {
    const handle = await open(file, 'r')
    try {
      const head = Buffer.alloc(HEAD_BYTES)
      const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0)
      return { head: head.subarray(0, bytesRead), bytes: (await handle.stat()).size }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new MapFileError(
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

function unzipStart(file: string, head: Buffer): Buffer {
  try {
    return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    throw new MapFileError(`${file} is damaged: its gzip start cannot be unpacked (${String(error)})`)
  }
}

function formatOf(start: string): StreetFormat | undefined {
  // A PBF begins with the length of its first header, which names itself.
  if (start.startsWith('\0\0') && start.slice(4, 40).includes('OSMHeader')) return 'pbf'
  const text = start.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (text.startsWith('<')) return 'xml'
  return text.startsWith('{') ? 'geojson' : undefined
}
