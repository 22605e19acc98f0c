import { cutPlain } from '../article/cut-article'
import { decode } from '../cells/decode'
import type { Register } from '../cells/register'
import type { PackFiles } from '../pack'
import type { Note } from '../problem'

const FOLDER = 'about/'
const LONGEST = 2000

/** The longer texts, `about/<office id>.md`, by office id: paragraphs parted by an empty line. */
export function readAbout(files: PackFiles, offices: Register, note: Note): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const [file, bytes] of files) {
    if (!isAbout(file)) continue
    const text = readOne(file, bytes, offices, note)
    if (text !== null) texts.set(file.slice(FOLDER.length, -'.md'.length), text)
  }
  return texts
}

export const isAbout = (file: string): boolean => /^about\/[^/]+\.md$/.test(file)

function readOne(file: string, bytes: Uint8Array, offices: Register, note: Note): string | null {
  const id = file.slice(FOLDER.length, -'.md'.length)
  const found = offices.find(id)
  if ('flaw' in found || found.value !== id) {
    note({ file, row: null, column: null, reason: `文件名要用 offices.csv 里的编号，那里没有编号“${id}”` })
  }
  const decoded = decode(bytes, file)
  if ('flaw' in decoded) {
    note({ file, row: null, column: null, reason: decoded.flaw })
    return null
  }
  const refuse = (row: number | null, reason: string): void => note({ file, row, column: null, reason })
  const text = cutPlain(decoded.text, refuse).join('\n\n')
  if ([...text].length > LONGEST) refuse(null, `写了 ${[...text].length} 个字，最多 ${LONGEST} 个`)
  return text === '' ? null : text
}
