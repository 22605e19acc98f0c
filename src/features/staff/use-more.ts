import { useState } from 'react'

interface RowsPage<Row> {
  readonly rows: readonly Row[]
  readonly more: boolean
}

interface More<Row> {
  readonly rows: readonly Row[]
  readonly more: boolean
  /** Why what was asked for last did not come. */
  readonly stuck: string | null
  readonly showMore: () => Promise<void>
  /** A row of a later page as it is now; the first page is asked anew. */
  readonly change: (id: string, changed: Partial<Row>) => void
}

/**
 * The first page of a list as it is asked anew, and the rows that were asked for after it.
 * @param ask the page after this row, or why it did not come
 */
export function useMore<Row>(
  first: RowsPage<Row>,
  idOf: (row: Row) => string,
  ask: (last: Row) => Promise<RowsPage<Row> | string>,
): More<Row> {
  const [older, setOlder] = useState<readonly Row[]>([])
  const [more, setMore] = useState<boolean | null>(null)
  const [stuck, setStuck] = useState<string | null>(null)
  const newest = new Set(first.rows.map(idOf))
  const rows = [...first.rows, ...older.filter((row) => !newest.has(idOf(row)))]
  const showMore = async (): Promise<void> => {
    const last = rows[rows.length - 1]
    if (last === undefined) return
    const next = await ask(last)
    setStuck(typeof next === 'string' ? next : null)
    if (typeof next === 'string') return
    setOlder([...older, ...next.rows])
    setMore(next.more)
  }
  const change = (id: string, changed: Partial<Row>): void =>
    setOlder(older.map((row) => (idOf(row) === id ? { ...row, ...changed } : row)))
  return { rows, more: more ?? first.more, stuck, showMore, change }
}
