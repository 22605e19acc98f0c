/** What an article must not hold, line by line: signs that mean something elsewhere, or that nobody sees. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/<\/?[a-z!?][^>]*>?/i, '不能用“<…>”这样的网页代码；要写“小于”，请用全角的“＜”'],
  [/&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i, '不能用“&…;”这样的网页代码，请直接写那个字'],
  [/\[\/[a-z]+\]/i, '不能用“[/…]”这样的论坛代码，请删去'],
  [/`/, '不能用“`”这样的排版符号；引号请写“”'],
  [/~~[^\s~](?:[^~]*[^\s~])?~~/, '不能用“~~”画删除线；不要的字请直接删去'],
  [/==[^\s=](?:[^=]*[^\s=])?==/, '不能用“==”这样的排版符号；要紧的字请写“**字**”'],
  [/(?<!\w)\+\+[^\s+](?:[^+]*[^\s+])?\+\+(?![+\w])/, '不能用“++”这样的排版符号；要紧的字请写“**字**”'],
  [/^\s*\[\[?(?:toc|目录)\]?\]\s*$/i, '不能放目录，请删去这一行'],
  [/^\s*:{3,}/, '不能用“:::”这样的排版符号，请删去'],
  [/\$\$|\{\{|\}\}|\{[.#][a-z][\w-]*\}/i, '不能用“$$”“{…}”这样的排版符号，请删去'],
  [/[┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝]/, '不能用线条画表格，请写成“| 哪一天 | 几点 |”，第二行写“|---|---|”'],
  [/\\[nrt](?![A-Za-z])/, '“\\n”“\\t”是别的程序的换行代码，请删去，直接换行'],
  [/^\s*(?:[-*_=~·.—─－＝＊＿～]\s*){3,}$/, '不能画分隔线，请用“##”写一个小标题'],
  [/^\s{0,3}(?:>\s*){2,}/, '引用里不能再引用，请只用一个“>”'],
  [
    /\[(?!\d+\]\[\d)[^\]]+\]\[[^\]]*\]|^\s{0,3}\[[^\]]+\]:\s*(?:<|https?:|www\.)|\[\^[^\]]*\]/i,
    '链接请写成“[文字](会客厅:编号)”',
  ],
  [/^\s*(?:[-*+]|\d+[.)])\s+\[[ xX√]?\]\s/, '不能画打勾的方框，请只写“- ”和文字'],
  // The signs of private use are those of one computer's fonts.
  [
    // eslint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ue000-\uf8ff\ufffd]/,
    '这一行里有乱码或看不见的符号，请重新输入',
  ],
]

/** Half a character: no database takes it. */
const HALF = /[\ud800-\udfff]/u

/** Every reason for which this line cannot stand in an article. */
export const flawsOf = (line: string): readonly string[] => [
  ...FORBIDDEN.flatMap(([pattern, reason]) => (pattern.test(line) ? [reason] : [])),
  ...(HALF.test(line) ? ['这一行里有乱码，请重新输入'] : []),
]

/** What residents would read as it stands in a cell, where nothing but text is shown. */
const MARKUP: readonly RegExp[] = [
  /\*\*[^*\s][^*]*\*\*|＊＊[^＊\s][^＊]*＊＊/,
  /^\s*[#＃]{2,6}(?=\s*\S)/,
  /!?\[[^\]]*\]\([^)]*\)/,
  /[[［【][^\]］】]*[\]］】]\s*[(（]\s*(?:(?:会客厅|活动|小区)[:：]|https?[:：])[^)）]*[)）]/,
  /~~[^\s~][^~]*~~|==[^\s=][^=]*==/,
  /(?<!\w)__[^_\s][^_]*__(?!\w)/,
  /<\/?[a-z][^>]*>/i,
  /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i,
  /\[\/[a-z]+\]/i,
  /\\[nrt](?![A-Za-z])/,
]

/** The first piece of markup in a text that is shown as it is; `null` where none is. */
export const markupIn = (text: string): string | null =>
  MARKUP.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined) ?? null
