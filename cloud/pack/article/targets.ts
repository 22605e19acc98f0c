import type { LinkTarget } from '../../../core/domain/news/article'
import { flaw, read, type Reading } from '../cells/cell-values'
import type { Register } from '../cells/register'

/** Everything inside the app that an article may lead to. */
export interface Places {
  readonly office: Register
  readonly activity: Register
  readonly compound: Register
}

const KINDS: Readonly<Record<string, keyof Places>> = { 会客厅: 'office', 活动: 'activity', 小区: 'compound' }

/** Plain names of hosts only: no user names in front, no look-alike letters, nothing but what can be typed. */
const WEB = /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,20}(?:[/?#][\x21-\x7e]*)?$/i
const LONGEST_ADDRESS = 300

/** Where a link leads: `会客厅:编号或名称`, `活动:…`, `小区:…`, or an address that begins with `https://`. */
export function readTarget(href: string, places: Places): Reading<LinkTarget> {
  const inside = /^(会客厅|活动|小区)[:：](.+)$/u.exec(href)
  const kind = KINDS[inside?.[1] ?? '']
  if (kind !== undefined) {
    const found = places[kind].find(inside?.[2]?.trim() ?? '')
    return 'flaw' in found ? found : read({ kind, id: found.value })
  }
  if (WEB.test(href) && href.length <= LONGEST_ADDRESS) return read({ kind: 'web', address: href })
  return flaw(
    `“${shortened(href)}”不能作链接：只能写 会客厅:编号、活动:编号、小区:编号，或 https:// 开头的网址`,
  )
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
