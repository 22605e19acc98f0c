/** What a file is by its first bytes, in the words of whoever has it. Only what is no text. */
const LOOKS: readonly (readonly [name: string, at: number, start: readonly number[] | string])[] = [
  [' JPEG 照片', 0, [0xff, 0xd8, 0xff]],
  [' PNG 图片', 0, [0x89, 0x50, 0x4e, 0x47]],
  [' GIF 动图', 0, 'GIF8'],
  [' WebP 图片', 8, 'WEBP'],
  ['苹果手机的 HEIC 照片', 4, 'ftyphei'],
  ['苹果手机的 HEIC 照片', 4, 'ftypmif1'],
  [' AVIF 图片', 4, 'ftypavif'],
  [' PDF ', 0, '%PDF'],
  [' Excel、WPS 或 Word 文件', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['旧格式的 Excel、WPS 或 Word 文件', 0, [0xd0, 0xcf, 0x11, 0xe0]],
]

/** `null` for what may be text. */
export function looksOf(bytes: Uint8Array): { readonly name: string } | null {
  const found = LOOKS.find(([, at, start]) =>
    [...start].every(
      (part, index) => bytes[at + index] === (typeof part === 'string' ? part.charCodeAt(0) : part),
    ),
  )
  return found === undefined ? null : { name: found[0] }
}

const TO_JPG = '请在手机或电脑上打开，导出或另存成 .jpg'
const TO_PDF = '请另存为 PDF'
/** What to do with a file whose ending the pack cannot take, by its ending. */
const ENDINGS: readonly (readonly [endings: RegExp, advice: string])[] = [
  [
    /^(?:heic|heif)$/,
    `这是苹果手机的照片格式，别的手机打不开；${TO_JPG}（微信发给自己再存下来，也会变成 .jpg）`,
  ],
  [/^(?:webp|avif|jxl|bmp|tiff?|raw|dng|cr[23]|nef|arw|psd)$/, `这种图片不是每部手机都打得开；${TO_JPG}`],
  [/^gif$/, '动图放不进消息；请另存成 .png 或 .jpg'],
  [/^svg$/, '矢量图放不进消息；请导出成 .png'],
  [
    /^(?:xls[bm]?|xltx?|et|numbers|ods)$/,
    '旧格式或别家格式的表格，不是每部手机都打得开；请在 Excel 或 WPS 里另存为 .xlsx',
  ],
  [
    /^(?:docm?|dotx?|wps|rtf|pages|odt)$/,
    `这种文稿不是每部手机都打得开；请另存为 .docx，或者${TO_PDF.slice(1)}`,
  ],
  [/^(?:pptx?|dps|key)$/, `幻灯片放不进消息；${TO_PDF}`],
  [/^(?:ofd|caj|xps)$/, `不是每部手机都打得开；${TO_PDF}`],
  [/^csv$/, '新闻里的表格直接写在正文里，或另存为 .xlsx 放进来；数据包的表格放在外面一层'],
  [
    /^(?:mp4|mov|avi|mkv|wmv|webm|flv|mp3|m4a|wav|amr|aac|flac|ogg|wma)$/,
    '视频和录音放不进消息；请移出数据包',
  ],
  [/^(?:zip|rar|7z|tar|gz|tgz)$/, '压缩包不会自动打开；请解开，把里面的文件放进来'],
  [/^(?:txt|markdown)$/, '正文的文件名要以 .md 结尾；请把“.txt”改成“.md”（电脑上要先显示扩展名）'],
  [/^(?:html?|mhtml?|url|webloc)$/, '网页放不进消息；请把文字复制到记事本里，存成 .md'],
]

/** Wherever they lie: what a program left half done, or kept of an earlier state. */
const LEFT_BEHIND = /(?:\.(?:crdownload|part|partial|download|tmp|temp|bak|old|orig|swp)|~)$/i
export const adviceAnywhere = (file: string): string | null =>
  LEFT_BEHIND.test(file) ? '像是没有下载完或留作备份的文件；请移出数据包' : null

export const endingOf = (file: string): string => (/\.([a-z\d]+)$/i.exec(file)?.[1] ?? '').toLowerCase()

/** For a file beside the articles; `null` where nothing better is known than what may be there. */
export const adviceFor = (file: string): string | null =>
  ENDINGS.find(([endings]) => endings.test(endingOf(file)))?.[1] ?? null
