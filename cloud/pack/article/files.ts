import { createHash } from 'node:crypto'
import type { PackFiles } from '../pack'
import type { Note } from '../problem'
import { endingOf, looksOf } from '../cells/file-kinds'
import { pictureSize } from './picture-size'

/** A file of the folder `news` that articles can show or offer. */
export interface ArticleFile {
  /** By its content, so that phones may keep it for ever. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** `null` for what is no picture. */
  readonly size: { readonly width: number; readonly height: number } | null
}

const FOLDER = 'news/'
const PICTURE_BYTES = 400_000
const FILE_BYTES = 2_000_000

interface Form {
  readonly mediaType: string
  /** The first bytes: a name says nothing of what is in a file. */
  readonly start: readonly number[]
  readonly most: number
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OFFICE = 'application/vnd.openxmlformats-officedocument'
const FORMS: Readonly<Record<string, Form>> = {
  jpg: { mediaType: 'image/jpeg', start: [0xff, 0xd8, 0xff], most: PICTURE_BYTES },
  png: { mediaType: 'image/png', start: [0x89, 0x50, 0x4e, 0x47], most: PICTURE_BYTES },
  pdf: { mediaType: 'application/pdf', start: [0x25, 0x50, 0x44, 0x46], most: FILE_BYTES },
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, start: ZIP, most: FILE_BYTES },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, start: ZIP, most: FILE_BYTES },
}

/** The endings of one form are one: Windows and browsers save a .jpg as .jfif too. */
const formOf = (file: string): string => (/^(?:jpeg|jpe|jfif)$/.test(endingOf(file)) ? 'jpg' : endingOf(file))

export const isArticleFile = (file: string): boolean =>
  /^news\/[^/]+$/.test(file) && Object.hasOwn(FORMS, formOf(file))

/** Pictures and files of articles by their name in the folder. */
export function readArticleFiles(files: PackFiles, note: Note): ReadonlyMap<string, ArticleFile> {
  const found = new Map<string, ArticleFile>()
  for (const [file, bytes] of files) {
    const form = isArticleFile(file) ? FORMS[formOf(file)] : undefined
    if (form === undefined) continue
    const refuse = (reason: string): void => note({ file, row: null, column: null, reason })
    if (bytes.length > form.most) {
      refuse(`有 ${Math.ceil(bytes.length / 1000)} kB，最多 ${form.most / 1000} kB，请压小一点`)
      continue
    }
    const isPicture = form.mediaType.startsWith('image/')
    const size = isPicture ? pictureSize(bytes) : null
    if (form.start.some((byte, at) => bytes[at] !== byte)) {
      const looks = looksOf(bytes)
      const truth = looks === null ? `不是一个 .${endingOf(file)} 文件` : `这其实是${looks.name}`
      refuse(`内容和名字不符，${truth}；${isPicture ? '请另存成 .jpg' : '请用做它的软件再存一次'}`)
      continue
    }
    if (isPicture && size === null) {
      refuse('这张图坏了，或者最长的一边超过 4000 点；请打开看一看，缩小后再存')
      continue
    }
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const name = `${hash}.${formOf(file)}`
    found.set(file.slice(FOLDER.length), { name, mediaType: form.mediaType, bytes, size })
  }
  return found
}
