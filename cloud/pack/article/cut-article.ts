import MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { linesOf, plainText, type Block, type Line, type ListItem } from '../../../core/domain/news/article'
import { readChoice } from '../cells/cell-values'
import type { ArticleFile } from './files'
import { PICTURE_WORDS } from './pictures'
import { asMeant, type Meaning } from './as-meant'
import { unprotectTokens } from './escapes'
import { leftoversIn } from './leftovers'
import { cutSpans } from './spans'
import { withOwnStars } from './stars'
import type { Places } from './targets'

/** Only what has a part of its own in the app; everything else stays the text that it is. */
const markdown = withOwnStars(
  new MarkdownIt('zero', { html: false }).enable([
    'heading',
    'list',
    'blockquote',
    'table',
    'emphasis',
    'link',
    'image',
    'newline',
  ]),
)
// Whether a link may stay is judged here, with a line number, and not silently.
markdown.validateLink = () => true
markdown.normalizeLink = (address) => address

export interface Cutting {
  readonly places: Places
  readonly files: ReadonlyMap<string, ArticleFile>
  /** Lines count from 1. */
  readonly note: (line: number, reason: string) => void
}

const LONGEST_TEXT = 10_000
const MOST_BLOCKS = 150
const LONGEST_HEADING = 40
const LONGEST_CAPTION = 60
const MOST_COLUMNS = 6
const MOST_ROWS = 40

/** Markdown as blocks of the app. What cannot be one is noted, so that its article is not loaded. */
export function cutArticle(text: string, cutting: Cutting): readonly Block[] {
  if (text.length > LONGEST_TEXT) {
    cutting.note(1, `写了 ${text.length} 个字，最多 ${LONGEST_TEXT} 个`)
    return []
  }
  const parsed = parse(asMeant(text, false), cutting.note)
  if (parsed === null) return []
  const blocks = new Cutter(parsed.tokens, parsed.lines, cutting).blocks()
  if (blocks.length > MOST_BLOCKS) cutting.note(1, `有 ${blocks.length} 段，最多 ${MOST_BLOCKS} 段`)
  if (blocks.flatMap(linesOf).every((line) => plainText(line).trim() === '')) {
    cutting.note(1, '正文是空的')
  }
  return blocks
}

/** How each part of an article begins, for texts that have none. */
const PARTS: Readonly<Record<string, string>> = {
  heading_open: '#',
  blockquote_open: '>',
  bullet_list_open: '-',
  ordered_list_open: '1.',
  table_open: '|',
  strong_open: '**',
  link_open: '[…](…)',
  image: '![…](…)',
}

/** Paragraphs of plain text: the same reading, in which only running text has a place. */
export function cutPlain(text: string, note: Cutting['note']): readonly string[] {
  const parsed = parse(asMeant(text, true), note)
  if (parsed === null) return []
  const paragraphs: string[] = []
  for (const { type, map, children } of parsed.tokens) {
    const line = parsed.lines[map?.[0] ?? -1] ?? 1
    const refuse = (sign: string | undefined): void => {
      if (sign !== undefined) note(line, `只能写文字和空行，不能用“${sign}”这样的排版符号`)
    }
    refuse(PARTS[type])
    if (type !== 'inline') continue
    for (const child of children ?? []) refuse(PARTS[child.type])
    paragraphs.push(plainText(cutSpans(children ?? [], null, () => undefined)))
  }
  return paragraphs
}

interface Parsed {
  readonly tokens: readonly Token[]
  /** The line of the file for each line that was parsed. */
  readonly lines: readonly number[]
}

/** `null` where something is wrong, which is noted. */
function parse({ lines, flaws }: Meaning, note: Cutting['note']): Parsed | null {
  for (const { number, reason } of flaws) note(number, reason)
  if (flaws.length > 0) return null
  const tokens = markdown.parse(lines.map(({ text }) => text).join('\n'), {})
  const numbers = lines.map(({ number }) => number)
  leftoversIn(tokens, (at, reason) => note(numbers[at] ?? 1, reason))
  unprotectTokens(tokens)
  return { tokens, lines: numbers }
}

/** Walks the tokens once, from front to back; knows at which line it stands. */
class Cutter {
  private at = 0
  /** Counted from 0 in what was parsed. */
  private line = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly lines: readonly number[],
    private readonly cutting: Cutting,
  ) {}

  blocks(): readonly Block[] {
    const blocks: Block[] = []
    while (this.at < this.tokens.length) {
      blocks.push(...this.block(this.next()))
    }
    return blocks
  }

  private next(): Token {
    const token = this.tokens[this.at]
    if (token === undefined) throw new Error('Markdown ended inside a block')
    this.at += 1
    if (token.map) this.line = token.map[0]
    return token
  }

  private note(reason: string): void {
    this.noteAt(this.line, reason)
  }

  private noteAt(line: number, reason: string): void {
    this.cutting.note(this.lines[line] ?? 1, reason)
  }

  private block(opening: Token): readonly Block[] {
    switch (opening.type) {
      case 'heading_open':
        return [this.heading(Number(opening.tag.slice(1)))]
      case 'paragraph_open':
        return [this.paragraph()].filter((block) => block !== null)
      case 'blockquote_open':
        return [{ kind: 'quote', lines: this.paragraphsUntil('blockquote_close') }]
      case 'bullet_list_open':
        return [{ kind: 'list', ordered: false, items: this.items(0, false) }]
      case 'ordered_list_open':
        return this.numbered()
      case 'table_open':
        return [this.table()]
      default:
        this.note(`这里有一种不能用的写法（${opening.type}）`)
        return []
    }
  }

  /** The text up to the closing token, which is taken too. */
  private text(): Line {
    const inline = this.next()
    this.next()
    return this.spans(inline)
  }

  private spans(inline: Token): Line {
    const first = this.line
    return cutSpans(inline.children ?? [], this.cutting.places, (below, reason) =>
      this.noteAt(first + below, reason),
    )
  }

  private heading(level: number): Block {
    const text = this.text()
    if (level !== 2 && level !== 3) this.note('小标题只用“##”和“###”；大标题写在 news.csv 里')
    if (plainText(text).length > LONGEST_HEADING) this.note(`小标题最多 ${LONGEST_HEADING} 个字`)
    return { kind: 'heading', level: level === 2 ? 2 : 3, text }
  }

  /** A picture or a file by itself is a block of its own. */
  private paragraph(): Block | null {
    const children = this.tokens[this.at]?.children ?? []
    const [only] = children
    if (children.length === 1 && only?.type === 'image') return this.skipped(() => this.picture(only))
    const link = only?.type === 'link_open' ? only.attrGet('href') : null
    const isWhole = children.length === 3 && children[2]?.type === 'link_close'
    const file = link === null || !isWhole ? undefined : this.fileNamed(link)
    if (file !== undefined) return this.skipped(() => this.file(file, children[1]?.content ?? ''))
    return { kind: 'paragraph', text: this.text() }
  }

  private skipped(block: () => Block | null): Block | null {
    this.next()
    this.next()
    return block()
  }

  /** IMG_01.JPG is img_01.jpg: Windows shows no difference. */
  private fileNamed(name: string): ArticleFile | undefined {
    const { files } = this.cutting
    const alike = [...files].find(([own]) => own.toLowerCase() === name.toLowerCase())
    return files.get(name) ?? alike?.[1]
  }

  private picture(image: Token): Block | null {
    const [src, caption] = [image.attrGet('src') ?? '', image.content]
    if (caption === '' || caption.length > LONGEST_CAPTION) {
      this.note(`图片要有一句说明，最多 ${LONGEST_CAPTION} 个字，看不见图的人听得到它：![说明](画/市集)`)
    }
    if (src.startsWith('画/')) {
      const drawing = readChoice(src.slice(2), PICTURE_WORDS)
      if ('value' in drawing) return { kind: 'drawing', picture: drawing.value, caption }
      this.note(drawing.flaw)
      return null
    }
    const file = this.fileNamed(src)
    if (file?.size) return { kind: 'photo', file: file.name, caption, ...file.size }
    this.note(`没有图片“${src.slice(0, 60)}”：请放进 news 文件夹（.jpg 或 .png），或写“画/市集”`)
    return null
  }

  private file(file: ArticleFile, title: string): Block | null {
    if (title === '') this.note('文件要有名字：[名字](文件名)')
    if (file.size) this.note('图片请写成“![说明](文件名)”')
    return { kind: 'file', file: file.name, title, bytes: file.bytes.length }
  }

  private paragraphsUntil(end: string): readonly Line[] {
    const lines: Line[] = []
    for (let token = this.next(); token.type !== end; token = this.next()) {
      if (token.type === 'paragraph_open') lines.push(this.text())
      else if (!token.type.endsWith('_close')) this.onlyText(token)
    }
    return lines
  }

  private onlyText(token: Token): void {
    if (token.type !== 'inline') this.note('这里只能写文字，不能再放标题、表格、列表或引用')
  }

  /** The app counts 1, 2, 3; other numbers, such as those of a list that goes on below a picture, stay as text. */
  private numbered(): readonly Block[] {
    const items = this.items(0, true)
    const own = items.filter(({ depth }) => depth === 0).map(({ number }) => number)
    const isCounted = own.every((number, at) => number === at + 1) || own.every((number) => number === 1)
    if (isCounted) {
      return [{ kind: 'list', ordered: true, items: items.map(({ depth, text }) => ({ depth, text })) }]
    }
    const lines = items.map(({ depth, text, number }) => ({
      depth,
      text: depth === 0 ? withNumber(number, text) : text,
    }))
    if (own.length < items.length) return [{ kind: 'list', ordered: false, items: lines }]
    return lines.map(({ text }) => ({ kind: 'paragraph', text }))
  }

  /** Numbers of inner items are text: the app has dots there. */
  private items(depth: 0 | 1, isNumbered: boolean): readonly (ListItem & { readonly number: number })[] {
    const items: (ListItem & { readonly number: number })[] = []
    let taken = false
    let number = 0
    for (let token = this.next(); !token.type.endsWith('_list_close'); token = this.next()) {
      if (token.type === 'list_item_open') {
        taken = false
        number = Number(token.info)
      } else if (token.type === 'paragraph_open') {
        if (taken) this.note('列表的一项只能写一段')
        taken = true
        const text = this.text()
        items.push({ depth, text: depth === 1 && isNumbered ? withNumber(number, text) : text, number })
      } else if (token.type.endsWith('_list_open')) {
        if (depth === 1) this.note('列表最多两层')
        items.push(...this.items(1, token.type === 'ordered_list_open'))
      } else if (!token.type.endsWith('_close')) this.onlyText(token)
    }
    return items
  }

  private table(): Block {
    const rows: Line[][] = []
    for (let token = this.next(); token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') rows.push([])
      else if (token.type === 'inline') rows[rows.length - 1]?.push(this.spans(token))
    }
    const [head = [], ...body] = rows
    if (head.length > MOST_COLUMNS)
      this.note(`表格有 ${head.length} 列，最多 ${MOST_COLUMNS} 列，手机上看不下`)
    if (body.length > MOST_ROWS) this.note(`表格有 ${body.length} 行，最多 ${MOST_ROWS} 行`)
    if (body.length === 0) this.note('表格除了列名一行也没有')
    return { kind: 'table', head, rows: body }
  }
}

const withNumber = (number: number, text: Line): Line => [{ text: `${number}. ` }, ...text]
