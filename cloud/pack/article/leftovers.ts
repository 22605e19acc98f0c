import type Token from 'markdown-it/lib/token.mjs'

/** Signs of markup that came through the parser as text: the line was not written as it wants it. */
const LEFTOVERS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /(?<![\dA-Za-z*])\*{2,3}(?!\*)|(?<!\*)\*{2,3}(?![\dA-Za-z*])/,
    '“**”没有成对，要紧的字写成“**字**”，在同一行里，里面不留空格；要的是星号，请写“\\*\\*”',
  ],
  [/!\[/, '图片请写成“![说明](文件名)”'],
  [
    /\]\(|[\]］】〕」』〉》]\s*[:：]?\s*[(（]?\s*(?:会客厅|活动|小区)[:：]|[\]］】]\s*[(（]\s*(?:https?[:：]|www\.|画[/／])/,
    '链接请写成“[文字](会客厅:编号)”',
  ],
  // What is in letters is an id, whatever stands around it.
  [
    /[(（[［【]\s*(?:会客厅|活动|小区)\s*[:：]\s*[a-z\d][a-z\d-]*\s*[)）\]］】]/,
    '链接请写成“[文字](会客厅:编号)”',
  ],
  [/[[［【][^\]］】]*\.(?:jpe?g|png|pdf|docx|xlsx)\s*[\]］】]/i, '图片和文件请写成“![说明](文件名)”'],
  [/[|｜]\s*:?-{2,}/, '表格的每一行都要以“|”开头和结尾，第二行写“|---|---|”'],
  [
    /＊＊[^＊\s，。；：、！？][^＊]*[^＊\s]＊＊/,
    '要紧的字请用英文的星号写成“**字**”；要的是星号，请只写一个“＊”',
  ],
]
/** The same at the start of a paragraph. */
const AT_START: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^#{1,6}\s/, '小标题请单独写一行，前面不空格：“## 标题”'],
  [/^(?:[-+*]|\d{1,9}[.)])\s/, '列表的这一行缩进不对：里面一层退两格，最多两层'],
]

/** @param note lines count from 0, in what was parsed */
export function leftoversIn(tokens: readonly Token[], note: (line: number, reason: string) => void): void {
  let line = 0
  for (const token of tokens) {
    if (token.map) line = token.map[0]
    if (token.type !== 'inline') continue
    let below = 0
    token.children?.forEach(({ type, content }, index) => {
      if (type === 'softbreak' || type === 'hardbreak') below += 1
      if (type !== 'text') return
      const patterns = index === 0 ? [...LEFTOVERS, ...AT_START] : LEFTOVERS
      const found = patterns.find(([pattern]) => pattern.test(content))
      if (found === undefined) return
      const at = content.search(found[0])
      note(line + below, `“${content.slice(Math.max(0, at - 6), at + 10)}”：${found[1]}`)
    })
  }
}
