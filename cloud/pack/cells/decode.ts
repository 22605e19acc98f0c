import { withoutInvisible } from '../../../core/shapes/invisible'
import { looksOf } from './file-kinds'

/** How to save it anew, in the program that such a file is written with. */
function savingOf(file: string): string {
  if (file.endsWith('.csv')) return '请在 Excel 或 WPS 里“另存为”，类型选“CSV UTF-8（逗号分隔）”'
  if (file.endsWith('.md')) return '请用记事本打开，“另存为”，编码选“UTF-8”'
  return '请用导出它的软件再存一次，编码选“UTF-8”'
}

/** 2 MB: a hundred times what a 街道 needs; larger is the wrong file. */
const MOST_BYTES = 2_000_000

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/**
 * The text of a file in UTF-8, with or without a byte order mark, lines ended by `\n`, without what nobody sees; or why it has none.
 * @param file its name: the advice is for whoever wrote such a file
 */
export function decode(
  bytes: Uint8Array,
  file: string,
): { readonly text: string } | { readonly flaw: string } {
  if (bytes.length > MOST_BYTES) return { flaw: '这个文件超过 2 MB，不像是数据包里的文件' }
  const looks = looksOf(bytes)
  if (looks !== null) {
    const saving = file.endsWith('.md') ? '请打开它，把文字复制到记事本里，存成 UTF-8' : savingOf(file)
    return { flaw: `这其实是${looks.name}，只是改了名字；${saving}` }
  }
  // No text holds zeros; what looks like UTF-8 with them is UTF-16 without its mark.
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || bytes.includes(0)) {
    return { flaw: `这个文件是 UTF-16（“Unicode 文本”）编码；${savingOf(file)}` }
  }
  const text = attempt('utf-8', bytes)
  if (text !== null) return { text: withoutInvisible(text).replace(/\r\n?/g, '\n') }
  const encoding =
    attempt('gb18030', bytes) === null ? '不是 UTF-8 编码' : '是 GBK（GB18030）编码，不是 UTF-8'
  return { flaw: `这个文件${encoding}；${savingOf(file)}` }
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null
    throw error
  }
}
