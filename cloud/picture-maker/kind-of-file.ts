type KindOfFile = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'heic' | 'svg' | 'other'

/** What a file is by its first bytes; its name and what the browser says of it count for nothing. */
export function kindOfFile(bytes: Buffer): KindOfFile {
  const head = bytes.toString('latin1', 0, 16)
  const starts = (text: string, at = 0): boolean => head.startsWith(text, at)
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp'
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif'
  if (starts('ftyp', 4) && HEIC.some((brand) => starts(brand, 8))) return 'heic'
  return SVG.test(bytes.subarray(0, 1_024).toString('utf8')) ? 'svg' : 'other'
}

/** AVIF too: few programs of an office open either. */
const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']
const SVG = /^\ufeff?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)[^]*/i
