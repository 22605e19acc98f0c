import { sql } from 'kysely'
import type { Database } from '../../cloud/database/connect'
import type { MutationName } from '../../src/api/result'
import type { Acknowledged } from './phone'

/** Where the row stands that an accepted write has made, and where its answer names it. */
const MADE: Partial<Record<MutationName, readonly [table: string, at: readonly string[]]>> = {
  'registration.register': ['registration', ['registrationId']],
  'counter.register': ['registration', ['registrationId']],
  'family.add': ['family_member', ['familyMemberId']],
  'checkIn.upload': ['visit', ['visit', 'visitId']],
  'door.addHead': ['door_entry', ['entryId']],
}

/** Accepted writes of which the database knows nothing, or something else than what was answered: a sentence for each. */
export async function lostWrites(
  db: Database,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const done = acknowledged.flatMap((one) =>
    one.result.result.kind === 'done' ? [{ ...one, value: one.result.result.value as object }] : [],
  )
  const lost: string[] = []
  const known = await answersOf(db, done)
  for (const { endpoint, requestId, value } of done) {
    const answer = known.get(requestId)
    if (answer === undefined) lost.push(`${endpoint} was accepted and is not known: ${requestId}`)
    else if (!isSame(answer, value)) lost.push(`${endpoint} is known with another answer: ${requestId}`)
  }
  for (const [endpoint, [table, at]] of Object.entries(MADE)) {
    const ids = done.filter((one) => one.endpoint === endpoint).map(({ value }) => fieldOf(value, at))
    const { rows } = await sql<{ id: string }>`
      select id::text from unnest(${[...new Set(ids)]}::text[]) as told(id)
      where not exists (select from ${sql.table(table)} as made where made.id::text = told.id)`.execute(db)
    lost.push(...rows.map(({ id }) => `${endpoint} was accepted and its row is gone: ${id}`))
  }
  return lost
}

/** Heads at the door are added blindly: exactly as many as were accepted must stand there. */
export async function wrongHeads(
  db: Database,
  activityId: string,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const told = new Set(
    acknowledged
      .filter(({ endpoint, result }) => endpoint === 'door.addHead' && result.result.kind === 'done')
      .filter(({ result }) => result.input['activityId'] === activityId)
      .map(({ requestId }) => requestId),
  ).size
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from door_entry
    where activity_id = ${activityId} and member_id is null and resident_id is null`.execute(db)
  const there = rows[0]?.n ?? 0
  return told === there ? [] : [`${told} heads were added at ${activityId}, and ${there} stand there`]
}

async function answersOf(
  db: Database,
  asked: readonly { readonly requestId: string }[],
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await sql<{ id: string; answer: { value?: unknown } | null }>`
    select request_id::text as id, answer from request
    where request_id = any (${asked.map(({ requestId }) => requestId)}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, answer }) => [id, answer?.value]))
}

/** JSON from a column has its fields in another order. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

const fieldOf = (value: object, at: readonly string[]): string =>
  String(at.reduce<unknown>((inside, name) => (inside as Record<string, unknown>)[name], value))
