/** A question that whoever brought the table answers; until then nothing of its row is saved. */
export interface Ask<Value> {
  readonly question: string
  readonly answers: readonly { readonly say: string; readonly value: Value }[]
}

/**
 * What one cell of a pasted table says. `value` is `null` where it says nothing, or nothing certain: who comes, how
 * many and which number are never guessed. Sentences are for staff, without a full stop.
 */
export interface Cell<Value> {
  readonly value: Value | null
  readonly asks: readonly Ask<Value>[]
  /** What was understood beside the value, such as 迟到 or 合并单元格. */
  readonly notes: readonly string[]
  /** Why it cannot stay as it is. */
  readonly refusals: readonly string[]
}

export const said = <Value>(value: Value | null, ...notes: readonly string[]): Cell<Value> => ({
  value,
  asks: [],
  notes,
  refusals: [],
})

export const asked = <Value>(ask: Ask<Value>, ...notes: readonly string[]): Cell<Value> => ({
  value: null,
  asks: [ask],
  notes,
  refusals: [],
})

export const refused = <Value>(...refusals: readonly string[]): Cell<Value> => ({
  value: null,
  asks: [],
  notes: [],
  refusals,
})

/** A line that is none of the rows: a title, a sum, a header that is repeated. */
export interface Dropped {
  /** From 1. */
  readonly line: number
  readonly text: string
  readonly why: string
}

/** Whether a row may be saved: nothing open, nothing wrong. */
export const isSettled = (cells: readonly Cell<unknown>[]): boolean =>
  cells.every(({ asks, refusals }) => asks.length === 0 && refusals.length === 0)
