import { mapLines, type Block, type Line, type Span } from '../../../core/domain/news/article'

/** A word with everything else it is called. */
export interface WordToMark {
  readonly id: string
  readonly names: readonly string[]
}

/** Articles in which each explained word is marked where it first stands in running text; links stay links. */
export function markWords(
  blocks: readonly Block[],
  words: readonly WordToMark[],
): { readonly blocks: readonly Block[]; readonly wordIds: readonly string[] } {
  // 百姓会客厅 before 会客厅: the longer name is meant where it stands.
  const names = words
    .flatMap(({ id, names: own }) => own.map((name) => ({ id, name })))
    .sort((one, other) => other.name.length - one.name.length)
  const left = new Map(names.map(({ name, id }) => [name, id]))
  const marked: string[] = []
  const mark = (line: Line): Line => line.flatMap((span) => markSpan(span, left, marked))
  return {
    blocks: blocks.map((block) => (block.kind === 'heading' ? block : mapLines(block, mark))),
    wordIds: marked,
  }
}

/** Takes each word that it marks out of those that are left, under all its names. */
function markSpan(span: Span, left: Map<string, string>, marked: string[]): readonly Span[] {
  if (span.to !== undefined) return [span]
  const first = firstIn(span.text, left)
  if (first === null) return [span]
  const { name, id, at } = first
  marked.push(id)
  for (const [other, owner] of left) if (owner === id) left.delete(other)
  const cut = (text: string): readonly Span[] => (text === '' ? [] : [{ ...span, text }])
  const after = cut(span.text.slice(at + name.length))
  return [
    ...cut(span.text.slice(0, at)),
    { ...span, text: name, word: id },
    ...after.flatMap((rest) => markSpan(rest, left, marked)),
  ]
}

/** The word that comes first in the text; of two at the same place the longer. */
function firstIn(
  text: string,
  left: ReadonlyMap<string, string>,
): { name: string; id: string; at: number } | null {
  let first: { name: string; id: string; at: number } | null = null
  for (const [name, id] of left) {
    const at = text.indexOf(name)
    if (at !== -1 && (first === null || at < first.at)) first = { name, id, at }
  }
  return first
}
