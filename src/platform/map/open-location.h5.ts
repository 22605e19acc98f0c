import { toGcj02 } from './datum'
import type { Place } from './place'

/** Tencent's web map shows a marker without an account; it opens beside this page. */
export function openLocation({ name, address, position }: Place): void {
  const [longitude, latitude] = toGcj02(position)
  const marker = `coord:${latitude},${longitude};title:${name};addr:${address}`
  const url = `https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(marker)}&referer=living-room`
  window.open(url, '_blank', 'noopener')
}
