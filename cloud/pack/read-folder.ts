import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { OperatorError } from '../database/operator-error'
import type { PackFiles } from './pack'

/** What Excel, WPS and the operating systems leave behind in a folder while somebody works in it. */
const LEFT_BEHIND = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/**
 * Every file of a pack's folder by its path inside it, with `/`.
 * @throws OperatorError when the folder is missing or cannot be read.
 */
export async function readFolder(folder: string): Promise<PackFiles> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (path) =>
          !relative(folder, path)
            .split(sep)
            .some((part) => LEFT_BEHIND.test(part)),
      )
      .sort()
    const nameOf = (path: string): string => relative(folder, path).split(sep).join('/')
    return new Map(
      await Promise.all(
        paths.map(async (path): Promise<[string, Buffer]> => [nameOf(path), await readFile(path)]),
      ),
    )
  } catch (cause) {
    throw new OperatorError(
      `The data pack ${folder} cannot be read: ${(cause as Error).message}. Set DATA_PACK to a folder like data/caoyang.`,
      { cause },
    )
  }
}
