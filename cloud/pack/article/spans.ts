import type Token from 'markdown-it/lib/token.mjs'
import type { LinkTarget, Line, Span } from '../../../core/domain/news/article'
import { readTarget, type Places } from './targets'

/** Takes note of what is wrong, `below` lines under the first line of the text. */
export type NoteBelow = (below: number, reason: string) => void

/** Two lines of Chinese are one sentence without a gap; words of letters need one. */
const joint = (before: string, after: string): string =>
  /[\x21-\x7e]$/.test(before) && /^[\x21-\x7e]/.test(after) ? ' ' : ''

/**
 * Running text: plain, strong or a link. Pictures and everything else have no place in it.
 * @param places `null` where no link can be
 */
export function cutSpans(children: readonly Token[], places: Places | null, note: NoteBelow): Line {
  const spans: Span[] = []
  children.forEach((token, index) => {
    if (token.type === 'link_open' && children[index + 1]?.type === 'link_close')
      note(0, '链接要有字：[文字](会客厅:编号)')
  })
  let below = 0
  let strong = false
  let to: LinkTarget | undefined
  let broken = false
  for (const token of children) {
    switch (token.type) {
      case 'text': {
        const last = spans[spans.length - 1]
        const gap = broken && last !== undefined ? joint(last.text, token.content) : ''
        addText(spans, { text: gap + token.content, ...(strong && { strong }), ...(to && { to }) })
        broken = false
        break
      }
      case 'softbreak':
      case 'hardbreak':
        below += 1
        broken = true
        break
      case 'strong_open':
      case 'strong_close':
        strong = token.type === 'strong_open'
        break
      case 'em_open':
      case 'em_close':
        // The third star of ***…***: slanted Chinese is hard to read.
        break
      case 'link_open': {
        if (places === null) break
        const target = readTarget(token.attrGet('href') ?? '', places)
        if ('flaw' in target) note(below, target.flaw)
        else to = target.value
        break
      }
      case 'link_close':
        to = undefined
        break
      case 'image':
        note(below, '图片要单独成一段，上下各空一行')
        break
      default:
        note(below, `这里有一种不能用的写法（${token.type}）`)
    }
  }
  return spans
}

/** Neighbours of the same look become one. */
function addText(spans: Span[], span: Span): void {
  if (span.text === '') return
  const last = spans[spans.length - 1]
  if (last && last.strong === span.strong && last.to === span.to) {
    spans[spans.length - 1] = { ...last, text: last.text + span.text }
  } else spans.push(span)
}
