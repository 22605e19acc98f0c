/** What an article must not hold, line by line: signs that mean something elsewhere, or that nobody sees. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/<\/?[a-z!?][^>]*>?/i, '不能用“<…>”这样的网页代码'],
  [/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i, '不能用“&…;”这样的网页代码，请直接写那个字'],
  [/`|~~/, '不能用“`”“~~”这样的排版符号'],
  [/^\s{0,3}(?:[-*_]\s*){3,}$/, '不能画分隔线，请用“##”写一个小标题'],
  [/^\s{0,3}(?:>\s*){2,}/, '引用里不能再引用，请只用一个“>”'],
  [/\[[^\]]*\]\[[^\]]*\]|^\s{0,3}\[[^\]]+\]:/, '链接请写成“[文字](会客厅:编号)”'],
  // Bidirectional and zero-width characters make text read otherwise than it is.
  // eslint-disable-next-line no-control-regex
  [/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/, '这一行里有乱码或看不见的符号，请重新输入'],
  [
    /[\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/,
    '这一行里有看不见的符号，会让字的次序变样，请删去重打',
  ],
]

/** Half a character: no database takes it. */
const HALF = /[\ud800-\udfff]/u

/** Every reason for which this line cannot stand in an article. */
export const flawsOf = (line: string): readonly string[] => [
  ...FORBIDDEN.flatMap(([pattern, reason]) => (pattern.test(line) ? [reason] : [])),
  ...(HALF.test(line) ? ['这一行里有乱码，请重新输入'] : []),
]
