import { clockText } from '../../../core/kernel/shanghai-time'
import type { HoursExceptionRow, Pack } from '../pack'
import { differencesOf } from '../writing/differences'
import { readRows } from '../writing/read-rows'
import { SETTINGS } from '../sheets/settings'
import { officeImages } from './office-image'
import type { OfficeParts } from './office-image'
import type { Tx } from './rows'

/** What staff changed, and the pack therefore leaves alone. */
export interface EditedByStaff {
  /** Offices with all that is theirs: hours, entrances, services. */
  readonly offices: ReadonlySet<string>
  /** `<office> <zone>` on which staff set the hours of single days. */
  readonly zones: ReadonlySet<string>
  /** Offices that must not vanish: changed themselves, or with days that staff set. */
  readonly guarded: ReadonlySet<string>
  /** Rows of the other tables, by the file of the pack that names them. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>
  /** Names that such rows have, by which no other row may be called: id by name. */
  readonly names: Readonly<Record<'compound' | 'neighbourhood', ReadonlyMap<string, string>>>
}

/** Tables whose rows staff may change one by one, by the file of the pack. */
const EDITED_TABLES = {
  'neighbourhoods.csv': 'neighbourhood',
  'compounds.csv': 'compound',
  'services.csv': 'service',
  'facility-kinds.csv': 'facility_kind',
  'facilities.csv': 'facility',
  'news.csv': 'article',
  'notices.csv': 'notice',
} as const

/** Locks the offices: nobody edits one while the pack is being written. */
export async function findEditedByStaff(tx: Tx): Promise<EditedByStaff> {
  const offices = await tx
    .selectFrom('office')
    .select(['id', 'edited_at'])
    .orderBy('id')
    .forUpdate()
    .execute()
  const edited = offices.filter((office) => office.edited_at !== null).map(({ id }) => id)
  const days = await staffDays(tx)
  const rows = new Map<string, ReadonlySet<string>>()
  for (const [file, table] of Object.entries(EDITED_TABLES)) {
    const found = await tx.selectFrom(table).select('id').where('edited_at', 'is not', null).execute()
    rows.set(file, new Set(found.map(({ id }) => id)))
  }
  const settings = await tx.selectFrom('setting').select('key').where('edited_at', 'is not', null).execute()
  const items = Object.entries(SETTINGS).filter(([, { key }]) => settings.some((row) => row.key === key))
  rows.set('settings.csv', new Set(items.map(([item]) => item)))
  const namesOf = async (table: 'compound' | 'neighbourhood'): Promise<ReadonlyMap<string, string>> => {
    const found = await tx
      .selectFrom(table)
      .select(['id', 'name'])
      .where('edited_at', 'is not', null)
      .execute()
    return new Map(found.map(({ id, name }) => [name, id]))
  }
  return {
    rows,
    names: { compound: await namesOf('compound'), neighbourhood: await namesOf('neighbourhood') },
    offices: new Set(edited),
    zones: new Set(days.map((day) => `${day.office_id} ${day.zone_id}`)),
    guarded: new Set([...edited, ...days.map((day) => day.office_id)]),
  }
}

/** `set_at` too: `set_by` is emptied when that member of staff erases their account. */
const staffDays = (tx: Tx): Promise<readonly HoursExceptionRow[]> =>
  tx
    .selectFrom('hours_exception')
    .select(['office_id', 'zone_id', 'day', 'intervals', 'note'])
    .where((column) => column.or([column('set_by', 'is not', null), column('set_at', 'is not', null)]))
    .orderBy('day')
    .execute()

/** Says, field by field, where the pack and what staff wrote differ; equal ones are silent. */
export async function reportEditedByStaff(
  tx: Tx,
  pack: Pack,
  edited: EditedByStaff,
  report: (sentence: string) => void,
): Promise<void> {
  await reportOffices(tx, pack, edited, report)
  await reportRows(tx, pack, edited, report)
  const listed = new Map(pack.exceptions.map((row) => [keyOf(row), row]))
  const names = new Map(pack.offices.map(({ id, name }) => [id, name]))
  for (const row of await staffDays(tx)) {
    const said = listed.get(keyOf(row))
    if (!said || dayText(said) === dayText(row)) continue
    const place = `hours-exceptions.csv「${names.get(row.office_id) ?? row.office_id}」${row.day}`
    report(`${place}：数据包里是“${dayText(said)}”，保留工作人员设的“${dayText(row)}”`)
  }
}

async function reportRows(
  tx: Tx,
  pack: Pack,
  { rows }: EditedByStaff,
  report: (sentence: string) => void,
): Promise<void> {
  if ([...rows.values()].every(({ size }) => size === 0)) return
  for (const { file, key, name, column, before, after } of differencesOf(pack, await readRows(tx))) {
    if (column === null || rows.get(file)?.has(key) !== true) continue
    report(`${file}「${name}」的${column}：数据包里是“${before}”，保留工作人员改的“${after}”`)
  }
}

async function reportOffices(
  tx: Tx,
  pack: Pack,
  edited: EditedByStaff,
  report: (sentence: string) => void,
): Promise<void> {
  if (edited.offices.size === 0) return
  const said = officeImages(pack)
  const there = officeImages(await readParts(tx, [...edited.offices]))
  for (const id of edited.offices) {
    const name = pack.offices.find((office) => office.id === id)?.name
    for (const [field, value] of said.get(id) ?? []) {
      const own = there.get(id)?.get(field) ?? ''
      if (own === value) continue
      report(`offices.csv「${name}」的${field}：数据包里是“${value}”，保留工作人员改的“${own}”`)
    }
  }
}

async function readParts(tx: Tx, ids: readonly string[]): Promise<OfficeParts> {
  return {
    offices: await tx.selectFrom('office').selectAll().where('id', 'in', ids).execute(),
    officeServices: await tx.selectFrom('office_service').selectAll().where('office_id', 'in', ids).execute(),
    zones: await tx.selectFrom('opening_zone').selectAll().where('office_id', 'in', ids).execute(),
    hours: await tx.selectFrom('opening_hours').selectAll().where('office_id', 'in', ids).execute(),
    entrances: await tx.selectFrom('entrance').selectAll().where('office_id', 'in', ids).execute(),
  }
}

const keyOf = (row: HoursExceptionRow): string => `${row.office_id} ${row.zone_id} ${row.day}`

function dayText({ intervals, note }: HoursExceptionRow): string {
  const hours = intervals.map(([from, to]) => `${clockText(from)}-${clockText(to)}`).join(' ') || '休息'
  return note === null ? hours : `${hours}（${note}）`
}
