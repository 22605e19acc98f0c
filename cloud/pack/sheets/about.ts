import { decode } from '../cells/decode'
import type { Register } from '../cells/register'
import type { PackFiles } from '../pack'
import type { Note } from '../problem'

const FOLDER = 'about/'
const LONGEST = 2000

/** What the app shows is plain paragraphs; signs of a mark-up would be read out to residents. */
const MARK_UP: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [/^\s{0,3}#{1,6}\s/, '#'],
  [/\*\*|__/, '**'],
  [/!?\[[^\]]*\]\([^)]*\)/, '[…](…)'],
  [/<\/?[a-z][^>]*>/i, '<…>'],
]

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
  const decoded = decode(bytes)
  if ('flaw' in decoded) {
    note({ file, row: null, column: null, reason: decoded.flaw })
    return null
  }
  decoded.text.split('\n').forEach((line, index) => refuseSigns(file, line, index + 1, note))
  const text = decoded.text.trim().replace(/\n{3,}/g, '\n\n')
  if ([...text].length > LONGEST) {
    note({ file, row: null, column: null, reason: `写了 ${[...text].length} 个字，最多 ${LONGEST} 个` })
  }
  return text === '' ? null : text
}

function refuseSigns(file: string, line: string, number: number, note: Note): void {
  for (const [pattern, sign] of MARK_UP) {
    if (pattern.test(line))
      note({ file, row: number, column: null, reason: `只能写文字和空行，不能用“${sign}”这样的排版符号` })
  }
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/.test(line)) {
    note({ file, row: number, column: null, reason: '这一行里有乱码或看不见的符号，请重新输入' })
  }
}
