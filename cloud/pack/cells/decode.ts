const SAVE_AS_UTF8 = '请在 Excel 或 WPS 里“另存为”，类型选“CSV UTF-8（逗号分隔）”'

/** 2 MB: a hundred times what a 街道 needs; larger is the wrong file. */
const MOST_BYTES = 2_000_000

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** The text of a file in UTF-8, with or without a byte order mark, lines ended by `\n`; or why it has none. */
export function decode(bytes: Uint8Array): { readonly text: string } | { readonly flaw: string } {
  if (bytes.length > MOST_BYTES) return { flaw: '这个文件超过 2 MB，不像是数据包里的文件' }
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return { flaw: `这其实是 Excel 或 WPS 工作簿，只是改了名字；${SAVE_AS_UTF8}` }
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return { flaw: `这个文件是 UTF-16（“Unicode 文本”）编码；${SAVE_AS_UTF8}` }
  }
  const text = attempt('utf-8', bytes)
  if (text !== null) return { text: text.replace(/\r\n?/g, '\n') }
  const encoding =
    attempt('gb18030', bytes) === null ? '不是 UTF-8 编码' : '是 GBK（GB18030）编码，不是 UTF-8'
  return { flaw: `这个文件${encoding}；${SAVE_AS_UTF8}` }
}

function attempt(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return null
    throw error
  }
}
