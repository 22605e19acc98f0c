import { sql } from 'kysely'
import type { GuardianWord, OwnRecords, MessageWord } from '../../core/contract/me'
import { RECORD_KINDS, type RecordKind } from '../../core/domain/me/record-kinds'
import { TEMPLATES, type Template } from '../../core/domain/registration/messages/notice'
import { toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { ownerValue, personalTables } from './coverage'

/** How much of each kind is kept about a resident, in the order of the kinds; kinds of which there is nothing are left out. */
export async function countRecords(db: Database, residentId: string): Promise<OwnRecords['counts']> {
  const counted = personalTables().filter(([, table]) => table.counted === true)
  const counts = counted.map(
    ([name, table]) => sql`
      select ${table.kind} as kind, count(*)::integer as count
      from ${sql.table(name)} where ${sql.ref(table.owner)} = ${ownerValue(table, residentId)}`,
  )
  const sealed = personalTables().filter(([, table]) => table.sealed !== undefined)
  const phones = sealed.map(
    ([name, table]) => sql`
      select 'phones' as kind, count(${sql.ref(table.sealed ?? '')})::integer as count
      from ${sql.table(name)} where ${sql.ref(table.owner)} = ${ownerValue(table, residentId)}`,
  )
  const { rows } = await sql<{ kind: RecordKind; count: number }>`
    select kind, sum(count)::integer as count from (
      ${sql.join([...counts, ...phones, yeses(residentId)], sql` union all `)}
    ) as counted group by kind having sum(count) > 0
  `.execute(db)
  const byKind = new Map(rows.map(({ kind, count }) => [kind, count]))
  return RECORD_KINDS.flatMap((kind) => {
    const count = byKind.get(kind)
    return count === undefined ? [] : [{ kind, count }]
  })
}

/** One row says how many messages of a template were agreed to. */
const yeses = (residentId: string) => sql`
  select 'message-consents' as kind, coalesce(sum(consents), 0)::integer as count
  from message_consent where resident_id = ${residentId}`

/** The last word of the resident as a guardian, for each child they ever said one for. */
export async function readGuardianWords(db: Database, residentId: string): Promise<readonly GuardianWord[]> {
  const { rows } = await sql<Omit<GuardianWord, 'at'> & { at: Instant }>`
    select distinct on (record.id) record.id as "familyMemberId", name, version, wording, given, consent.at
    from guardian_consent as consent join family_member as record on record.id = family_member_id
    where resident_id = ${residentId}
    order by record.id, consent.id desc
  `.execute(db)
  return rows.map((row) => ({ ...row, at: toIso(row.at) }))
}

/** Templates of which messages may still be sent. */
export async function readMessageWords(db: Database, residentId: string): Promise<readonly MessageWord[]> {
  const rows = await db
    .selectFrom('message_consent')
    .select(['template', 'consents', 'granted_at'])
    .where('resident_id', '=', residentId)
    .where('consents', '>', 0)
    .execute()
  const inOrder = (template: Template): number => TEMPLATES.indexOf(template)
  return rows
    .map((row) => ({
      template: row.template,
      left: row.consents,
      at: row.granted_at === null ? null : toIso(row.granted_at),
    }))
    .sort((one, other) => inOrder(one.template) - inOrder(other.template))
}
