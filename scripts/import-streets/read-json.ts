import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { MapFileError } from '../../core/walkshed/osm/map-file-error'

/**
 * Reads a JSON file, gzipped or not.
 * @throws MapFileError naming the file when it cannot be read or is no JSON.
 */
export async function readJson(file: string): Promise<unknown> {
  let text: string
  try {
    const bytes = await readFile(file)
    text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8')
  } catch (error) {
    throw new MapFileError(
      `${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    )
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MapFileError(`${file} is not JSON, or cut off (${reason})`)
  }
}

/** Names the file in what is wrong with its contents. */
export function inFile<Value>(file: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof MapFileError) throw new MapFileError(`${file}: ${error.message}`)
    throw error
  }
}
