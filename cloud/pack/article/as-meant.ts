import { protect } from './escapes'
import { flawsOf } from './signs'
import { starFlawsOf } from './stars'

/** A line as the parser takes it, and where it stands in the file, from 1. */
export interface MeantLine {
  readonly text: string
  readonly number: number
}

export interface Meaning {
  readonly lines: readonly MeantLine[]
  readonly flaws: readonly { readonly number: number; readonly reason: string }[]
}

/**
 * How editors write who never read about Markdown: full-width signs, no blank after a sign, no empty line between
 * parts. Where the meaning is certain the line is put as the parser takes it; where it may be two things, it is a flaw
 * with its way out; and what is no markup stays the text that it is. `isPlain` is for texts without lists: their
 * numbers stay as they were typed.
 */
export function asMeant(text: string, isPlain: boolean): Meaning {
  return new Reader(text, isPlain).read()
}

type Kind = 'empty' | 'text' | 'item' | 'quote' | 'heading' | 'table' | 'picture'

interface Read {
  readonly kind: Kind
  readonly text: string
  readonly number: number
  /** Whether this line begins something of its own even right below running text. */
  readonly apart: boolean
}

/** What Word and WPS draw before the lines of a list; those of private use are signs of their fonts. */
const BULLET = '•·・‧∙⁃●○◦▪■□☐◆◇➢➤\uf06c\uf06e\uf075\uf0b7\uf0d8'
const TYPED_BULLET = new RegExp(`^[${BULLET}][ \\t\\u3000]*(?=\\S)`)
/** `-甲`, `*甲`, `－甲`, but neither `-5` nor `**甲`; other dashes and full-width stars with a blank too. */
const TIGHT_BULLET = /^([-+－]|\*(?!\*)|[–—―＊](?![–—―＊])[ \t\u3000]*)(?![-+－–—―＊*\d\s])(?=\S)/
const TIGHT_NUMBER = /^(\d{1,3})(?:[、．]|[.。)）](?![\d\s])|[,，](?!\d))[ \t\u3000]*(?=\S)/
/** １.甲 as 1.甲, where it begins a line. */
const WIDE_NUMBER = /^[\s\u3000]*[０-９]{1,3}(?=[、．.。)）,，])/
const MARKED_NUMBER = /^(\d{1,3})[.)] /
const LIST_MARK = /^(?:[-+*]|\d{1,9}[.)])[ \t\u3000]+(?=\S)/
/** Begins a line of its own: 地址：…, （一）…, 一.…, ①…, A.…, 第一，…, 12月6日…, 12.6…, ※…, any emoji. */
const OWN_LINE = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{1,8}[：:]|[（(]?(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-zⅠ-ⅿ])[)）、．]|(?:[一二三四五六七八九十]{1,3}|[A-Za-zⅠ-ⅿ])\\.|\\d{1,2}[,，](?!\\d)|\\d{1,4}[.月/:：年-]\\d|\\d{1,3}[.)] |\\d\\ufe0f?\\u20e3|[①-⒛❶-➓㈠-㈩㊀-㊉]|第[一二三四五六七八九十]{1,3}[，、：条步]|[★☆※▲△✓√☑✅❌\\p{Extended_Pictographic}${BULLET}]|[*＊](?![*＊])|\\*\\*[^*]+\\*\\*$)`,
  'u',
)
/** After these the next line is a new one; after anything else it may be one sentence that was wrapped. */
const ENDED = /(?:[。！？；：…!?;:）)」』”’》】](?:\*\*)?|\.{2,}|[ \t]{2,}|^\*\*[^*]+\*\*)$/
const DELIMITER = /^(?=.*[-－—–─])(?=.*[|｜])[|｜:：\-－—–─ \t\u3000]+$/
const BARS_AROUND = /^[|｜].*[|｜]$/
/** Bars that are drawn, on both ends of a line. */
const DRAWN_BARS = /^\s*[│┃￨∣].*[│┃￨∣]\s*$/
const WHOLE_LINK = /^!?\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)$/

class Reader {
  private readonly raw: readonly string[]
  private readonly flaws: { number: number; reason: string }[] = []
  private readonly indents: number[] = []
  /** Some other word carries a star, so that a star before a line explains it. */
  private readonly hasStarred: boolean

  constructor(
    text: string,
    private readonly isPlain: boolean,
  ) {
    this.raw = text.split('\n').map((line) => protect(typable(line)))
    this.hasStarred = /[^\s*＊][*＊](?:[^*＊\p{L}\p{N}]|$)/mu.test(this.raw.join('\n'))
  }

  read(): Meaning {
    const tables = this.tables()
    const read = this.raw.map((line, index) => this.line(line, index, tables.get(index)))
    return { lines: parted(read), flaws: this.flaws }
  }

  private flaw(index: number, reason: string): void {
    this.flaws.push({ number: index + 1, reason })
  }

  private line(raw: string, index: number, table: string | undefined): Read {
    const number = index + 1
    const trimmed = raw.replace(/^[\s\u3000]+/, '').replace(/[\u3000]+$/, '')
    const indent = widthOf(raw)
    if (trimmed.trim() === '') return { kind: 'empty', text: '', number, apart: true }
    // Judged as it stands, but for signs that only a word processor's own font draws.
    const found = TYPED_BULLET.test(trimmed) ? trimmed.slice(1) : trimmed
    for (const reason of [...flawsOf(found), ...starFlawsOf(trimmed.replace(/^\*[ \t\u3000]+/, ''))])
      this.flaw(index, reason)
    if (table !== undefined) {
      this.indents.length = 0
      return { kind: 'table', text: inline(table), number, apart: true }
    }
    if (wordsOf(raw).includes('\t')) this.refuseTabs(index)
    const line = trimmed.replace(/\t/g, ' ')
    const read = this.heading(line, index) ?? this.quote(line, index) ?? this.item(line, index, indent)
    if (read !== null) return read
    const text = inline(literal(line))
    if (WHOLE_LINK.test(text.trim()) && (text.startsWith('!') || /\.[a-z]{3,4}>?\)$/i.test(text.trim())))
      return { kind: 'picture', text, number, apart: true }
    const isIndented = /^[ \t]*\u3000/.test(raw)
    // Two blanks and more continue the item of a list above.
    const kept = isIndented || this.indents.length === 0 ? text : ' '.repeat(indent) + text
    if (!kept.startsWith('  ')) this.indents.length = 0
    const isCounted = this.isCounted(index, Number(TIGHT_NUMBER.exec(line)?.[1]))
    return { kind: 'text', text: kept, number, apart: isIndented || isCounted || isOwnLine(line) }
  }

  private heading(line: string, index: number): Read | null {
    const found = /^([#＃]+)([ \t\u3000]*)(.*)$/.exec(line)
    if (found === null) return null
    const [, signs = '', gap = '', rest = ''] = found
    const level = signs.length
    // #3 号楼, #接龙#.
    if (level === 1 && gap === '' && (/^\d/.test(rest) || /[#＃]/.test(rest))) return null
    if (level === 1 && gap === '') {
      this.flaw(index, `小标题请写成“## ${shortened(rest)}”；要的是“#”这个符号，请写“\\#”`)
      return null
    }
    const words = rest.replace(
      new RegExp(`(?:[ \\u3000]+[#＃]+|[#＃]{${Math.max(2, level)}})[ \\u3000]*$`),
      '',
    )
    if (words.trim() === '') this.flaw(index, '小标题是空的')
    if (level > 6) this.flaw(index, '小标题只用“##”和“###”')
    this.indents.length = 0
    return {
      kind: 'heading',
      text: `${'#'.repeat(Math.min(level, 6))} ${inline(words)}`,
      number: index + 1,
      apart: true,
    }
  }

  private quote(line: string, index: number): Read | null {
    // >60 岁: more than.
    const found = /^[>＞][ \t\u3000]*(?![\d=＝])(.*)$/.exec(line)
    if (found === null) return null
    this.indents.length = 0
    const words = found[1] ?? ''
    return { kind: 'quote', text: `> ${inline(words)}`, number: index + 1, apart: isOwnLine(words) }
  }

  /** An item of a list: by its sign and a blank, or by what the lines beside it begin with. */
  private item(line: string, index: number, indent: number): Read | null {
    const sign = this.isPlain && /^\d/.test(line) ? null : this.signOf(line, index)
    if (sign === null) return null
    const depth = this.depthOf(indent)
    // Four blanks are inside any sign of a list, and outside none.
    const text = `${'    '.repeat(depth)}${sign.mark} ${inline(literal(sign.words))}`
    return { kind: 'item', text, number: index + 1, apart: true }
  }

  private signOf(line: string, index: number): { mark: string; words: string } | null {
    const marked = LIST_MARK.exec(line)?.[0]
    const words = line.slice(marked?.length ?? 0)
    if (marked !== undefined) {
      if (line.startsWith('*') && this.hasStarred) return null
      // - 5℃: below zero.
      if (line.startsWith('-') && /^\d+(?:\.\d+)?\s*(?:℃|°|度)/.test(words)) return null
      return { mark: marked.trim(), words }
    }
    if (TYPED_BULLET.test(line) && this.isBeside(index, (other) => TYPED_BULLET.test(other)))
      return this.isPlain ? null : { mark: '-', words: line.replace(TYPED_BULLET, '') }
    const tight = TIGHT_BULLET.exec(line)?.[1]?.trim()
    if ((tight === '*' || tight === '＊') && this.hasStarred) return null
    if (
      tight !== undefined &&
      this.isBeside(index, (other) => TIGHT_BULLET.exec(other)?.[1]?.trim() === tight)
    )
      return { mark: '-', words: line.replace(TIGHT_BULLET, '') }
    if (tight === '-') {
      this.flaw(index, '一条一条请写成“- ”，“-”后面空一格；要的是这个符号，请写“\\-”')
      return null
    }
    const number = Number(TIGHT_NUMBER.exec(line)?.[1])
    if (!this.isCounted(index, number)) return null
    return { mark: `${number}.`, words: line.replace(TIGHT_NUMBER, '') }
  }

  /** Whether one of the two neighbours, with no empty line between, begins alike. */
  private isBeside(index: number, isAlike: (line: string) => boolean): boolean {
    return [index - 1, index + 1].some((at) => isAlike(startOf(this.raw[at] ?? '')))
  }

  /** 1.甲 above 2.乙: the neighbours count on, and the run of them begins with 1. */
  private isCounted(index: number, number: number): boolean {
    const numberAt = (at: number): number => {
      const line = startOf(this.raw[at] ?? '')
      return Number((TIGHT_NUMBER.exec(line) ?? MARKED_NUMBER.exec(line))?.[1])
    }
    if (numberAt(index + 1) !== number + 1 && numberAt(index - 1) !== number - 1) return false
    for (let back = 1; back < number; back += 1) if (numberAt(index - back) !== number - back) return false
    return number >= 1
  }

  /** How deep an item is: deeper than the one above by two blanks or more is one further in. */
  private depthOf(indent: number): number {
    while (this.indents.length > 1 && indent < (this.indents[this.indents.length - 1] ?? 0))
      this.indents.pop()
    const last = this.indents[this.indents.length - 1]
    if (last === undefined) this.indents.push(indent)
    else if (indent >= last + 2) this.indents.push(indent)
    return this.indents.length - 1
  }

  private refuseTabs(index: number): void {
    const cells = (at: number): number => wordsOf(this.raw[at] ?? '').split('\t').length
    if (cells(index) > 1 && cells(index - 1) <= 1 && cells(index + 1) > 1)
      this.flaw(index, '这几行像是从表格里贴来的，请写成“| 哪一天 | 几点 |”，第二行写“|---|---|”')
  }

  /** Lines of tables, with narrow bars; every row must have the cells that the first one names. */
  private tables(): ReadonlyMap<number, string> {
    const rows = new Map<number, string>()
    for (let index = 0; index < this.raw.length; index += 1) {
      const end = this.endOfTable(index)
      if (end === null) continue
      const isNamed = DELIMITER.test(startOf(this.raw[index + 1] ?? ''))
      if (!isNamed) this.refuseBars(index, end)
      const columns = cellsOf(this.raw[index] ?? '')
      for (let at = index; at < end; at += 1) {
        const line = startOf(this.raw[at] ?? '')
        const cells = cellsOf(line)
        if (isNamed && cells !== columns)
          this.flaw(at, `表格的这一行有 ${cells} 格，第一行有 ${columns} 格；空着的格子也要画出来`)
        rows.set(at, isNamed && at === index + 1 ? `|${'---|'.repeat(columns)}` : line.replace(/｜/g, '|'))
      }
      index = end - 1
    }
    return rows
  }

  private refuseBars(index: number, end: number): void {
    this.flaw(
      index,
      end - index > 1
        ? '这几行像是表格：第一行写列名，第二行写“|---|---|”'
        : '这一行像是表格：表格的第二行要写“|---|---|”；要的是竖线，请写“\\|”',
    )
  }

  /** The first line below a table that begins here; `null` where none does. */
  private endOfTable(index: number): number | null {
    const at = (line: number): string => startOf(this.raw[line] ?? '')
    const isNamed = !DELIMITER.test(at(index)) && /[|｜]/.test(at(index)) && DELIMITER.test(at(index + 1))
    if (!isNamed && !BARS_AROUND.test(at(index))) return null
    let end = index + 1
    while (end < this.raw.length && /[|｜]/.test(at(end))) end += 1
    return end
  }
}

/** With the blanks, digits and bars of a keyboard where other ones mean the same. */
const typable = (line: string): string => {
  const typed = line
    .replace(/\u00a0/g, ' ')
    .replace(WIDE_NUMBER, (digits) =>
      digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
    )
  return DRAWN_BARS.test(typed) ? typed.replace(/[│┃￨∣]/g, '|') : typed
}

/** Signs at the start of a line that would be taken for markup and are none. */
const literal = (line: string): string =>
  /^(?:[>#+-]|\*(?!\*))/.test(line)
    ? protect(`\\${line}`)
    : line.replace(
        /^(\d{1,9})([.)])(?= |$)/,
        (_, digits: string, sign: string) => digits + protect(`\\${sign}`),
      )

const startOf = (line: string): string => line.trim()

/** With the stars of **地址：**… or without. */
const isOwnLine = (line: string): boolean => OWN_LINE.test(line) || OWN_LINE.test(line.replace(/^\*\*/, ''))

/** Without the sign of a list. */
const wordsOf = (line: string): string => line.trim().replace(LIST_MARK, '').replace(TYPED_BULLET, '')

const cellsOf = (line: string): number =>
  line
    .trim()
    .replace(/^[|｜]/, '')
    .replace(/[|｜]$/, '')
    .split(/[|｜]/).length

/** In half-width columns: a full-width blank counts two, a tab four. */
function widthOf(line: string): number {
  const blanks = /^[ \t\u3000]*/.exec(line)?.[0] ?? ''
  return [...blanks].reduce((width, blank) => width + (blank === ' ' ? 1 : blank === '\t' ? 4 : 2), 0)
}

const shortened = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text)

/** Empty lines between what does not belong together; within a quote an empty line of the quote. */
function parted(read: readonly Read[]): readonly MeantLine[] {
  return read.flatMap((line, index) => {
    const above = read[index - 1]
    const own = { text: line.text, number: line.number }
    if (above === undefined || !isParted(above, line)) return [own]
    return [{ text: above.kind === 'quote' && line.kind === 'quote' ? '>' : '', number: line.number }, own]
  })
}

function isParted(above: Read, line: Read): boolean {
  if (above.kind === 'empty' || line.kind === 'empty') return false
  const isLine = line.kind === 'text' || line.kind === 'quote'
  if (above.kind === line.kind && isLine) return line.apart || ENDED.test(above.text)
  // What stands further in below an item goes on with it.
  if (above.kind === 'item' && line.kind === 'text') return !/^ {2}/.test(line.text)
  return above.kind !== line.kind || line.kind === 'picture'
}

const SCHEME = /^(会客厅|活动|小区)\s*[:：]\s*/u
const LINK =
  /([!！]?)[[［【]([^[\]［］【】]*)[\]］】][ \t\u3000]*[(（][ \t\u3000]*([^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*)[)）]/g

/** Links in any brackets, where what they lead to says that they are links; bold in full-width stars; ranges. */
function inline(text: string): string {
  return text
    .replace(LINK, (whole, bang: string, words: string, where: string) => {
      const target = targetOf(where.trim())
      if (target === null) return whole
      // 来吧![金梅园](会客厅:…): what leads to a place is no picture.
      const isImage = bang === '！' ? isPicture(target) : bang !== '' && !SCHEME.test(where.trim())
      const before = isImage ? '!' : bang === '!' ? protect('\\!') : bang
      return `${before}[${words}](${target})`
    })
    .replace(/(^|[\s，。；：、！？（“])＊＊(?=[^\s＊，。；：、！？])([^＊]*[^＊\s（“])＊＊/g, '$1**$2**')
    .replace(/^\*\*[ \u3000]+([^*]*[^*\s])[ \u3000]*\*\*/, '**$1**')
    .replace(/^\*\*([^*\s][^*]*?)[ \u3000]+\*\*/, '**$1**')
    .replace(/(\d|[点时分日月])~~+(?=\d)/g, '$1~')
}

const isPicture = (target: string): boolean => /^(?:画\/|<?[^:]*\.(?:jpe?g?|jfif|png)>?$)/i.test(target)

/** The target as the parser takes it; `null` where it is none that we know. */
function targetOf(where: string): string | null {
  const scheme = SCHEME.exec(where)
  if (scheme !== null) return `<${scheme[1] ?? ''}:${where.slice(scheme[0].length)}>`
  if (/^画[/／]/.test(where)) return where.replace('／', '/')
  if (/^https?[:：]/i.test(where)) {
    const address = where.replace('：', ':').replace(/^(https?:)[/／]{2}/i, '$1//')
    return /\s/.test(address) ? `<${address}>` : address
  }
  return /^[^\s/\\:]+\.(?:jpe?g?|jfif|png|pdf|docx|xlsx)$/i.test(where) ? `<${where}>` : null
}
