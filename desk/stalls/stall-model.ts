import type { PlannedStall, StallPlan } from '../../core/contract/activity/stall'
import { samePosition, type StallPosition } from '../../core/domain/activity/stall/position'
import type { Cell } from '../../core/tables/cell'
import { phoneCell } from '../../core/tables/phones'
import { stallKey, stallNumberOf } from '../../core/tables/stall-number'
import type { StallLine, StallTable } from '../../core/tables/stalls'
import { tidy, timesIn } from '../../core/tables/values'
import { hoursText, positionText, STALLS } from '../text/stalls'

/** For landlines that are written without one. */
export const AREA_CODE = '021'

export const COLUMNS = ['number', 'kind', 'name', 'hours', 'called', 'phone', 'note'] as const
export type Column = (typeof COLUMNS)[number]

/** Characters, as the contract has them. */
const LONGEST: Readonly<Record<Column, number>> = {
  number: 12,
  kind: 20,
  name: 40,
  hours: 20,
  called: 40,
  phone: 60,
  note: 100,
}

/** A question about one cell, which staff answer before anything is saved. */
export interface RowAsk {
  readonly column: Column
  readonly question: string
  readonly answers: readonly {
    readonly say: string
    /** What the cell says then; several where the row becomes several. */
    readonly values: readonly string[]
  }[]
}

/** A line of the table on the screen, as it was typed or read. */
export interface Row {
  readonly key: number
  readonly cells: Readonly<Record<Column, string>>
  /** Why a cell could not be read as it stood; gone as soon as it is typed over. */
  readonly unread: Readonly<Partial<Record<Column, string>>>
  readonly asks: readonly RowAsk[]
  /** What was understood beside it, such as 合并单元格. */
  readonly notes: readonly string[]
  /** An applicant has this stall: its sign is not staff's to write. */
  readonly isHeld: boolean
  /** On the plan; `null` while it lies beside it. */
  readonly position: StallPosition | null
}

/** Rows that lay in the browser, with keys of this page's own. */
export const rowsAnew = (rows: readonly Row[]): readonly Row[] =>
  // What was typed before there were positions has none.
  rows.map((row) => ({ ...row, position: (row as Partial<Row>).position ?? null, key: newKey() }))

export type Faults = Readonly<Partial<Record<Column, string>>>

export const EMPTY: Row['cells'] = {
  number: '',
  kind: '',
  name: '',
  hours: '',
  called: '',
  phone: '',
  note: '',
}

let lastKey = 0
const newKey = (): number => (lastKey += 1)

export const rowOf = (cells: Row['cells'], isHeld = false, position: StallPosition | null = null): Row => ({
  key: newKey(),
  cells,
  unread: {},
  asks: [],
  notes: [],
  isHeld,
  position,
})

type Planned = StallPlan['stalls'][number]

const cellsOf = ({ number, kind, name, hours, called, phone, note }: PlannedStall): Row['cells'] => ({
  number,
  kind,
  name: name ?? '',
  hours: hoursText(hours),
  called: called ?? '',
  phone: phone ?? '',
  note: note ?? '',
})

export const rowsOfPlan = (stalls: StallPlan['stalls']): readonly Row[] =>
  stalls.map((stall) => rowOf(cellsOf(stall), stall.isHeld, stall.position))

/** Another market's stalls are plans of their own: they stand where they stood, and nobody has them yet. */
export const rowsCopied = (stalls: StallPlan['stalls']): readonly Row[] =>
  stalls.map((stall) =>
    rowOf(cellsOf({ ...stall, name: stall.isHeld ? null : stall.name }), false, stall.position),
  )

/** What was pasted, as rows to correct. What residents read is what is offered; a host's name is asked first. */
export const rowsOfTable = (table: StallTable): readonly Row[] => table.rows.map(rowOfLine)

function rowOfLine(line: StallLine): Row {
  const { number, kind, host, offer, hours, phone, note } = line
  const isFree = host.value === null && host.refusals.length === 0
  const asksName = offer.value === null && offer.refusals.length === 0 && host.value !== null
  const textOf = (cell: Cell<string>): string => cell.value ?? ''
  return {
    key: newKey(),
    cells: {
      number: number.value?.join('、') ?? '',
      kind: textOf(kind),
      name: textOf(offer),
      hours: hoursText(hours.value),
      called: textOf(host),
      phone: textOf(phone),
      note: textOf(note),
    },
    unread: {
      ...firstOf('number', number),
      ...firstOf('kind', kind),
      ...firstOf('name', offer),
      ...firstOf('called', host),
      ...firstOf('phone', phone),
      ...firstOf('note', note),
    },
    asks: [
      ...number.asks.map(({ question, answers }) => ({
        column: 'number' as const,
        question,
        answers: answers.map(({ say, value }) => ({ say, values: value })),
      })),
      ...phone.asks.map(({ question, answers }) => ({
        column: 'phone' as const,
        question,
        answers: answers.map(({ say, value }) => ({ say, values: [value] })),
      })),
      ...(asksName && !isFree ? [askName(host.value ?? '')] : []),
    ],
    notes: [number, host, phone, note].flatMap(({ notes }) => notes),
    isHeld: false,
    position: null,
  }
}

/** A duplicate is judged anew with every key; what a cell said itself stays until it is typed over. */
const firstOf = (column: Column, { refusals }: Cell<unknown>): Faults => {
  const [reason] = refusals.filter((refusal) => !refusal.startsWith('摊位号 '))
  return reason === undefined ? {} : { [column]: reason }
}

const askName = (host: string): RowAsk => ({
  column: 'name',
  question: STALLS.askName(host),
  answers: [
    { say: STALLS.askNameYes(host), values: [host] },
    { say: STALLS.askNameNo, values: [''] },
  ],
})

/** The rows with one of their questions answered: some become several, of which the first stays where it stood. */
export function answered(
  rows: readonly Row[],
  key: number,
  ask: RowAsk,
  values: readonly string[],
): readonly Row[] {
  return rows.flatMap((row) => {
    if (row.key !== key) return [row]
    const asks = row.asks.filter((one) => one !== ask)
    return values.map((value, at) => ({
      ...row,
      key: at === 0 ? row.key : newKey(),
      cells: { ...row.cells, [ask.column]: value },
      asks,
      position: at === 0 ? row.position : null,
    }))
  })
}

/** All rows that ask the same of their hosts, answered alike. */
export const answeredNames = (rows: readonly Row[], isWritten: boolean): readonly Row[] =>
  rows.map((row) => {
    const ask = row.asks.find(({ column }) => column === 'name')
    if (ask === undefined) return row
    const [value = ''] = ask.answers[isWritten ? 0 : 1]?.values ?? []
    return { ...row, cells: { ...row.cells, name: value }, asks: row.asks.filter((one) => one !== ask) }
  })

export const typed = (rows: readonly Row[], key: number, column: Column, text: string): readonly Row[] =>
  rows.map((row) =>
    row.key === key
      ? {
          ...row,
          cells: { ...row.cells, [column]: text },
          unread: Object.fromEntries(Object.entries(row.unread).filter(([name]) => name !== column)),
          asks: row.asks.filter((ask) => ask.column !== column),
        }
      : row,
  )

export const keyOf = (number: string): string => stallKey(stallNumberOf(number) ?? tidy(number))

/** New rows beside those that are there; of one number the new one, with what it does not say from the old. */
export function merged(rows: readonly Row[], more: readonly Row[]): readonly Row[] {
  const taken = new Set<Row>()
  const unchanged = rows.map((row) => {
    const found = more.find(
      (one) =>
        !taken.has(one) && one.cells.number !== '' && keyOf(one.cells.number) === keyOf(row.cells.number),
    )
    if (found === undefined) return row
    taken.add(found)
    const cells = Object.fromEntries(
      COLUMNS.map((column) => [column, found.cells[column] === '' ? row.cells[column] : found.cells[column]]),
    ) as Row['cells']
    const asks = found.asks.filter(({ column }) => column !== 'name' || row.cells.name === '')
    const name = row.isHeld ? row.cells.name : cells.name
    return {
      ...found,
      key: row.key,
      isHeld: row.isHeld,
      position: found.position ?? row.position,
      asks: row.isHeld ? [] : asks,
      cells: { ...cells, name },
    }
  })
  return [...unchanged, ...more.filter((row) => !taken.has(row))]
}

/** New rows in place of those that are there; a table says nothing of the plan, so a number stays where it stood. */
export const replaced = (rows: readonly Row[], more: readonly Row[]): readonly Row[] =>
  more.map((row) => ({
    ...row,
    position:
      row.position ??
      rows.find(({ cells }) => cells.number !== '' && keyOf(cells.number) === keyOf(row.cells.number))
        ?.position ??
      null,
  }))

/** What is wrong with each row, by its key; `kind` stands in where a row says none. */
export function faultsOf(rows: readonly Row[], kind: string): ReadonlyMap<number, Faults> {
  const seen = new Map<string, number>()
  return new Map(
    rows.map((row, at) => {
      const { cells, unread } = row
      const key = keyOf(cells.number)
      const earlier = cells.number === '' ? undefined : seen.get(key)
      if (earlier === undefined && cells.number !== '') seen.set(key, at + 1)
      const found: Partial<Record<Column, string | undefined>> = {
        ...unread,
        number:
          unread.number ??
          numberFault(row) ??
          (earlier === undefined ? undefined : STALLS.faults.numberTwice(tidy(cells.number), earlier)),
        kind: unread.kind ?? (tidy(cells.kind) === '' && kind === '' ? STALLS.faults.kind : undefined),
        hours: unread.hours ?? hoursFault(cells.hours),
        phone: unread.phone ?? phoneFault(row),
      }
      for (const column of COLUMNS)
        if (cells[column].length > LONGEST[column]) found[column] = STALLS.faults.tooLong(LONGEST[column])
      const own = Object.entries(found).filter(([, fault]) => fault !== undefined)
      return [row.key, Object.fromEntries(own) as Faults]
    }),
  )
}

function numberFault({ cells, asks }: Row): string | undefined {
  if (asks.some(({ column }) => column === 'number')) return undefined
  return tidy(cells.number) === '' ? STALLS.faults.number : undefined
}

const hoursFault = (text: string): string | undefined => {
  if (tidy(text) === '') return undefined
  const times = timesIn(tidy(text))
  return times === null || times.rest.trim() !== '' ? STALLS.faults.hours(text) : undefined
}

function phoneFault({ cells, asks }: Row): string | undefined {
  if (asks.some(({ column }) => column === 'phone')) return undefined
  const cell = phoneCell(cells.phone, AREA_CODE)
  return cell.refusals[0] ?? cell.asks[0]?.question
}

/** As the backend takes it; only of rows without a fault or a question. */
export function plannedOf({ cells, position }: Row, kind: string): Omit<Planned, 'isHeld'> {
  const text = (column: Column): string | null => tidy(cells[column]) || null
  const span = timesIn(tidy(cells.hours))?.span ?? null
  return {
    number: stallNumberOf(cells.number) ?? tidy(cells.number),
    kind: text('kind') ?? kind,
    name: text('name'),
    hours: span === null ? null : { from: span.from, to: span.to },
    called: text('called'),
    phone: phoneCell(cells.phone, AREA_CODE).value,
    note: text('note'),
    position,
  }
}

/** Against what is saved: `null` for a stall that is new, else its columns that differ, as they were. */
export type Former =
  | (Readonly<Partial<Record<Column, string>>> & {
      /** It stood elsewhere on the plan, or nowhere. */
      readonly isMoved?: true
    })
  | null

export function formerOf(row: Row, before: StallPlan['stalls'], kind: string): Former {
  const old = before.find(({ number }) => keyOf(number) === keyOf(row.cells.number))
  if (old === undefined) return null
  const [was, is] = [cellsOf(old), cellsOf(plannedOf(row, kind))]
  const differing = COLUMNS.filter((column) => was[column] !== is[column])
  return {
    ...(Object.fromEntries(differing.map((column) => [column, was[column]])) as Partial<Row['cells']>),
    ...(samePosition(old.position, row.position) ? {} : { isMoved: true }),
  }
}

export const goneOf = (rows: readonly Row[], before: StallPlan['stalls']): readonly string[] => {
  const left = new Set(rows.map(({ cells }) => keyOf(cells.number)))
  return before.filter(({ number }) => !left.has(keyOf(number))).map(({ number }) => number)
}

/** One stall in a line, for two people who changed it at once. */
export const inWords = (cells: Row['cells'] | undefined): string =>
  cells === undefined
    ? STALLS.gone
    : COLUMNS.slice(1)
        .map((column) => cells[column])
        .filter(Boolean)
        .join(' · ')

export interface BothChanged {
  readonly field: string
  readonly label: string
  readonly mine: string
  readonly theirs: string
}

/**
 * Mine and a colleague's, from the plan both began with: where only one of the two changed a stall, that is taken;
 * where both did, it is asked (`open`), with mine for now. Where it stands on the plan counts apart from its words.
 */
export function withTheirs(
  rows: readonly Row[],
  base: StallPlan['stalls'],
  theirs: StallPlan['stalls'],
): { readonly rows: readonly Row[]; readonly open: readonly BothChanged[] } {
  const stallOf = (stalls: StallPlan['stalls'], key: string) =>
    stalls.find(({ number }) => keyOf(number) === key)
  const find = (stalls: StallPlan['stalls'], key: string) => {
    const found = stallOf(stalls, key)
    return found === undefined ? undefined : cellsOf(found)
  }
  const same = (one?: Row['cells'], other?: Row['cells']): boolean =>
    JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
  const mineOf = (key: string) => rows.find(({ cells }) => keyOf(cells.number) === key)
  const keys = [
    ...new Set([
      ...rows.map(({ cells }) => keyOf(cells.number)),
      ...theirs.map(({ number }) => keyOf(number)),
    ]),
  ]
  const open: BothChanged[] = []
  const all = keys.flatMap((key): readonly Row[] => {
    const mine = mineOf(key)
    const [was, now] = [find(base, key), find(theirs, key)]
    const isHeld = theirs.some((stall) => keyOf(stall.number) === key && stall.isHeld)
    const stood = stallOf(base, key)?.position ?? null
    const stands = stallOf(theirs, key)?.position ?? null
    const wasMovedByBoth =
      mine !== undefined &&
      now !== undefined &&
      ![stood, stands].some((position) => samePosition(position, mine.position)) &&
      !samePosition(stood, stands)
    if (wasMovedByBoth)
      open.push({
        field: `${key}${ON_PLAN}`,
        label: STALLS.stallOnPlan(mine.cells.number),
        mine: positionText(mine.position),
        theirs: positionText(stands),
      })
    const position = mine === undefined || samePosition(mine.position, stood) ? stands : mine.position
    if (same(was, now) || same(mine?.cells, now))
      return mine === undefined
        ? []
        : [{ ...mine, isHeld, position: now === undefined ? mine.position : position }]
    if (same(mine?.cells, was)) return now === undefined ? [] : [rowOf(now, isHeld, position)]
    open.push({
      field: key,
      label: STALLS.stall(mine?.cells.number ?? now?.number ?? key),
      mine: inWords(mine?.cells),
      theirs: inWords(now),
    })
    return mine === undefined
      ? []
      : [{ ...mine, isHeld, position: now === undefined ? mine.position : position }]
  })
  return { rows: all, open }
}

/** Behind the number of a stall: what is asked is where it stands. */
const ON_PLAN = ' @'

/** With a colleague's stall, or where it stands, in place of mine, by `field`. */
export function taking(
  rows: readonly Row[],
  theirs: StallPlan['stalls'],
  fields: readonly string[],
): readonly Row[] {
  const wanted = theirs.filter(({ number }) => fields.includes(keyOf(number)))
  const mineOf = (number: string) => rows.find(({ cells }) => keyOf(cells.number) === keyOf(number))
  const taken = wanted.map((stall) => {
    const mine = mineOf(stall.number)
    // Where both moved it, that was asked apart.
    return mine === undefined ? stall : { ...stall, position: mine.position }
  })
  const all = [...rows.filter(({ cells }) => !fields.includes(keyOf(cells.number))), ...rowsOfPlan(taken)]
  return all
    .map((row) => {
      const key = keyOf(row.cells.number)
      if (!fields.includes(`${key}${ON_PLAN}`)) return row
      return { ...row, position: theirs.find(({ number }) => keyOf(number) === key)?.position ?? null }
    })
    .sort((one, other) => one.cells.number.localeCompare(other.cells.number, 'zh', { numeric: true }))
}
