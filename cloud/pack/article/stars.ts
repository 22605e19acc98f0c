import type MarkdownIt from 'markdown-it'

/** Nothing important begins with these, nor ends with those: 王**、李** are hidden names. */
const CLOSING = /[，。、；：！？）)」』”’》〉】〕\]］,.;:!?%…]/
const OPENING = /[（(「『“‘《〈【〔[［{｛]/

/**
 * Only `**` marks what is important, whatever stands beside it. The parser's own rule wants blanks around words, which
 * Chinese has not, and takes `7*24…5*8` for slanted text.
 */
export function withOwnStars(markdown: MarkdownIt): MarkdownIt {
  const Plain = markdown.inline.State
  markdown.inline.State = class extends Plain {
    override scanDelims(start: number) {
      const marker = this.src.charAt(start)
      let end = start
      while (end < this.posMax && this.src.charAt(end) === marker) end += 1
      const length = end - start
      const [before, after] = [this.src.charAt(start - 1), this.src.charAt(end)]
      const isBold = marker === '*' && (length === 2 || length === 3)
      return {
        can_open: isBold && after.trim() !== '' && !CLOSING.test(after),
        can_close: isBold && before.trim() !== '' && !OPENING.test(before),
        length,
      }
    }
  }
  return markdown
}

const NEUTRAL = '\ufdef'
const LONE = /(.?)\*([^*]+)\*(.?)/gu
const WORD = /[\dA-Za-z]/

/** Stars and lines that may be meant to slant or to mark, and may be signs of their own: the editor decides. */
export function starFlawsOf(line: string): readonly string[] {
  const flaws: string[] = []
  const lone = line.replace(/[*＊]{2,}/g, NEUTRAL).replace(/＊/g, '*')
  for (const [, before = '', words = '', after = ''] of lone.matchAll(LONE)) {
    if (!isSlanted(before, words, after)) continue
    flaws.push(`“*${words}*”：要紧的字请写成“**${words}**”；要的是乘号请写“×”，要的是星号请写“\\*”`)
  }
  const lines = /(^|[^\w])(__?)([^_\s](?:[^_]*[^_\s])?)\2(?![\w_])/.exec(line)
  if (lines !== null)
    flaws.push(`“${lines[2]}${lines[3]}${lines[2]}”：要紧的字请写成“**${lines[3]}**”；要的是横线请写“\\_”`)
  return flaws
}

/** 7*24, 单价*2*数量, 王*明、李*红 and a lone star are signs; *注意* is slanted, and *时间：*3月 too. */
function isSlanted(before: string, words: string, after: string): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.trim() !== words || CLOSING.test(first) || OPENING.test(last)) return false
  if (WORD.test(before)) return false
  // Nothing stands before it that could be multiplied; *123*456# is dialled.
  const beginsHere = !/[\p{L}\p{N}]/u.test(before) && /^\p{Script=Han}/u.test(words)
  if (WORD.test(after)) return beginsHere && /[：:，。；、！？]$/.test(words)
  if (!/\p{L}/u.test(before)) return true
  return !WORD.test(first) && !WORD.test(last) && !/[\s，、。；：！？]/.test(words)
}
