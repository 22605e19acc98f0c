import type { Pack } from '../pack'
import { aboutFile, articleFile, writeSheets, type WrittenSheet } from './written-pack'

/** One cell, row or text in which two packs differ; `null` where a pack has no such row. */
export interface Difference {
  readonly file: string
  readonly key: string
  /** What people call the row: 「金梅园百姓会客厅」. */
  readonly name: string
  /** `null` where the whole row is on one side only. */
  readonly column: string | null
  readonly before: string | null
  readonly after: string | null
}

type Row = WrittenSheet['rows'][number]

/** Everything in which `after` says something else than `before`, in the words of its editor. */
export function differencesOf(before: Pack, after: Pack): readonly Difference[] {
  const [old, young] = [writeSheets(before), writeSheets(after)]
  const names = new Map([...before.offices, ...after.offices].map(({ id, name }) => [id, name]))
  return [
    ...young.flatMap((sheet) => {
      const other = old.find(({ file }) => file === sheet.file)
      return other === undefined ? [] : ofSheet(other, sheet, names)
    }),
    ...ofTexts(before, after),
  ]
}

function ofSheet(
  before: WrittenSheet,
  after: WrittenSheet,
  names: ReadonlyMap<string, string>,
): readonly Difference[] {
  const keyOf = (row: Row): string => after.key.map((column) => row[column] ?? '').join(' ')
  const nameOf = (row: Row): string => {
    const office = names.get(row['会客厅'] ?? '')
    const own = row['名称'] ?? row['标题'] ?? row['项目']
    if (own !== undefined) return own
    return [office ?? row['会客厅'] ?? row['活动'], ...after.key.slice(1).map((column) => row[column])]
      .filter((part) => part !== undefined && part !== '')
      .join(' ')
  }
  const old = new Map(before.rows.map((row) => [keyOf(row), row]))
  const young = new Map(after.rows.map((row) => [keyOf(row), row]))
  const { file } = after
  const gone = [...old].filter(([key]) => !young.has(key))
  return [
    ...gone.map(([key, row]) => ({
      file,
      key,
      name: nameOf(row),
      column: null,
      before: nameOf(row),
      after: null,
    })),
    ...[...young].flatMap(([key, row]): Difference[] => {
      const was = old.get(key)
      const name = nameOf(row)
      if (was === undefined) return [{ file, key, name, column: null, before: null, after: name }]
      return after.columns
        .filter((column) => (was[column] ?? '') !== (row[column] ?? ''))
        .map((column) => ({
          file,
          key,
          name,
          column,
          before: was[column] ?? '',
          after: row[column] ?? '',
        }))
    }),
  ]
}

/** Longer texts are said to differ; whoever wants to see how compares the files. */
function ofTexts(before: Pack, after: Pack): readonly Difference[] {
  const texts = (pack: Pack) =>
    new Map<string, readonly [file: string, name: string, text: string]>([
      ...pack.offices.map(
        ({ id, name, about }) => [`about ${id}`, [aboutFile(id), name, about ?? '']] as const,
      ),
      ...pack.articles.map(
        ({ id, title, blocks }) => [`news ${id}`, [articleFile(id), title, JSON.stringify(blocks)]] as const,
      ),
      ['streets', ['streets', '街道', pack.streets?.version ?? '']] as const,
    ])
  const old = texts(before)
  return [...texts(after)].flatMap(([key, [file, name, text]]): Difference[] => {
    const was = old.get(key)
    return was === undefined || was[2] === text
      ? []
      : [{ file, key, name, column: '正文', before: '', after: '' }]
  })
}

/** For whoever decides whether to load it. */
export function sayDifference({ file, name, column, before, after }: Difference): string {
  if (before === null) return `${file}「${name}」：新的一行`
  if (after === null) return `${file}「${name}」：数据包里没有，会删去`
  if (column === '正文') return `${file}「${name}」：正文不一样`
  return `${file}「${name}」的${column}：现在是“${before}”，数据包里是“${after}”`
}
