/** In the order in which they are offered. */
export const NEWS_COLUMNS = [
  'self-governance',
  'announcements',
  'reviews',
  'livelihood',
  'life-circle',
  'opinions',
] as const
export type NewsColumn = (typeof NEWS_COLUMNS)[number]

/** As editors write them in the pack, and as residents read them. */
export const COLUMN_NAMES: Readonly<Record<NewsColumn, string>> = {
  'self-governance': '自治家园',
  announcements: '通知公告',
  reviews: '活动回顾',
  livelihood: '民生实事',
  'life-circle': '生活圈',
  opinions: '人民意见',
}

/** The drawings that an article can have: no 街道 has a photograph of everything, and nobody's face is needed. */
export const NEWS_PICTURES = [
  'office',
  'lift',
  'canteen',
  'market',
  'park',
  'village',
  'health',
  'board',
  'phone',
  'letters',
] as const
export type NewsPicture = (typeof NEWS_PICTURES)[number]

/** Where a link in an article may lead: to a page of this app that exists, or to an address that is shown in full. */
export type LinkTarget =
  | { readonly kind: 'office' | 'activity' | 'compound'; readonly id: string }
  | { readonly kind: 'web'; readonly address: string }

/** A run of text with one look. */
export interface Span {
  readonly text: string
  readonly strong?: true
  /** The id of an explained word; never together with `to`. */
  readonly word?: string
  readonly to?: LinkTarget
}

/** One line of an article, as long as it may be. */
export type Line = readonly Span[]

export interface ListItem {
  readonly depth: 0 | 1
  readonly text: Line
}

/**
 * An article is a flat list of these, cut from Markdown when the pack is read. No HTML is among them and none can
 * be: what the reader's phone draws is its own.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: Line }
  | { readonly kind: 'paragraph'; readonly text: Line }
  | { readonly kind: 'quote'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'drawing'; readonly picture: NewsPicture; readonly caption: string }
  /** `width` and `height` in pixels, so that its room is kept before it comes. */
  | {
      readonly kind: 'photo'
      readonly file: string
      readonly caption: string
      readonly width: number
      readonly height: number
    }
  | { readonly kind: 'file'; readonly file: string; readonly title: string; readonly bytes: number }

export const plainText = (line: Line): string => line.map(({ text }) => text).join('')

/** Each line of a block by itself, in reading order; captions and titles of files too. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'quote':
      return block.lines
    case 'list':
      return block.items.map(({ text }) => text)
    case 'table':
      return [block.head, ...block.rows].flat()
    case 'drawing':
    case 'photo':
      return [[{ text: block.caption }]]
    case 'file':
      return [[{ text: block.title }]]
  }
}

/** The same block with every line of running text turned into another; tables, captions and files stay as they are. */
export function mapLines(block: Block, turn: (line: Line) => Line): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: turn(block.text) }
    case 'quote':
      return { ...block, lines: block.lines.map(turn) }
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, text: turn(item.text) })) }
    case 'table':
      return { ...block, head: block.head.map(turn), rows: block.rows.map((row) => row.map(turn)) }
    default:
      return block
  }
}

/** Every link of an article, each target once, with the words it was first given. */
export function linksOf(
  blocks: readonly Block[],
): readonly { readonly to: LinkTarget; readonly text: string }[] {
  const found = new Map<string, { to: LinkTarget; text: string }>()
  for (const { to, text } of blocks.flatMap(linesOf).flat()) {
    if (to === undefined) continue
    const key = to.kind === 'web' ? to.address : `${to.kind} ${to.id}`
    if (!found.has(key)) found.set(key, { to, text })
  }
  return [...found.values()]
}
