import { createHash, randomBytes } from 'node:crypto'
import { sql, type Insertable, type Transaction } from 'kysely'
import { codeOf, type InvitationFacts } from '../../core/domain/staff/invitation'
import type { Instant } from '../../core/kernel/shanghai-time'
import { at } from '../database/at'
import type { Database } from '../database/connect'
import type { Schema } from '../database/schema'
import type { InvitationTable } from '../database/schema/staff'

type Tx = Transaction<Schema>

/** Eight characters of chance. */
export const newCode = (): string => codeOf(() => randomBytes(1).readUInt8(0))

/** 39 bits of chance that are good for days and five tries in ten minutes: a plain hash keeps them from readers of a backup. */
export const codeHashOf = (code: string): Buffer => createHash('sha256').update(`invitation ${code}`).digest()

export async function recordInvitation(tx: Tx, invitation: Insertable<InvitationTable>): Promise<string> {
  const { id } = await tx
    .insertInto('invitation')
    .values(invitation)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const COLUMNS = [
  'id',
  'role',
  'called',
  'office_ids',
  'activity_ids',
  'may_read_log',
  'post_ends_at',
  'invited_by',
  'created_at',
  'expires_at',
  'accepted_by',
  'accepted_at',
  'revoked_at',
  'post_id',
  'on_the_spot',
  'from_code',
] as const

export type InvitationRecord = Awaited<ReturnType<typeof listInvitations>>[number]

export const factsOf = (row: InvitationRecord): InvitationFacts => ({
  expiresAt: row.expires_at,
  acceptedAt: row.accepted_at,
  revokedAt: row.revoked_at,
  postId: row.post_id,
})

/** The newest first, at most `limit`; those of a 现场码 are seen where they stand, at the entrance. */
export const listInvitations = (db: Database, limit: number) =>
  db
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('on_the_spot', '=', false)
    .where('from_code', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** Whoever opens, accepts or takes back the same invitation takes turns. */
export const lockInvitation = (
  tx: Tx,
  by: { readonly id: string } | { readonly code: string },
): Promise<InvitationRecord | undefined> => {
  const query = tx.selectFrom('invitation').select(COLUMNS).forUpdate()
  return (
    'id' in by ? query.where('id', '=', by.id) : query.where('code_hash', '=', codeHashOf(by.code))
  ).executeTakeFirst()
}

/** The 现场码 of an activity, locked: whoever scans it, lets somebody in or renews it takes turns. */
export const lockVolunteerCode = (tx: Tx, activityId: string): Promise<InvitationRecord | undefined> =>
  tx
    .selectFrom('invitation')
    .select(COLUMNS)
    .where('on_the_spot', '=', true)
    .where(sql<string>`activity_ids[1]`, '=', activityId)
    .forUpdate()
    .executeTakeFirst()

/** Everybody who scanned that 现场码 and was not turned away, in the order in which they did. */
export const listVolunteers = (db: Database, codeId: string) =>
  db
    .selectFrom('invitation')
    .select(['id', 'called', 'accepted_by', 'accepted_at', 'post_id'])
    .where('from_code', '=', codeId)
    .where('revoked_at', 'is', null)
    .orderBy('accepted_at')
    .orderBy('id')
    .execute()

export const findVolunteerCode = (db: Database, activityId: string) =>
  db
    .selectFrom('invitation')
    .select('id')
    .where('on_the_spot', '=', true)
    .where(sql<string>`activity_ids[1]`, '=', activityId)
    .executeTakeFirst()

/** `invitedBy`: who answers for it from now on; without it whoever did before. */
export async function recordNewCode(
  tx: Tx,
  id: string,
  code: string,
  expiresAt: Instant,
  invitedBy?: string,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({
      code_hash: codeHashOf(code),
      expires_at: new Date(expiresAt),
      revoked_at: null,
      ...(invitedBy === undefined ? {} : { invited_by: invitedBy }),
    })
    .where('id', '=', id)
    .execute()
}

export async function recordRevoked(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: new Date(now) })
    .where('id', '=', id)
    .execute()
}

export async function recordAccepted(
  tx: Tx,
  id: string,
  accepted: { readonly by: string; readonly postId: string | null },
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ accepted_by: accepted.by, accepted_at: new Date(now), post_id: accepted.postId })
    .where('id', '=', id)
    .execute()
}

export async function recordConfirmed(tx: Tx, id: string, postId: string): Promise<void> {
  await tx.updateTable('invitation').set({ post_id: postId }).where('id', '=', id).execute()
}

/** Takes back what these posts offered and nobody took; returns how many. */
export async function revokeInvitationsOf(tx: Tx, postIds: readonly string[], now: Instant): Promise<number> {
  if (postIds.length === 0) return 0
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ revoked_at: new Date(now) })
    .where('invited_by', 'in', [...postIds])
    .where('post_id', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Takes back what the operator's command offered and nobody took: only its newest code is good. */
export async function revokeOperatorInvitations(tx: Tx, now: Instant): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: new Date(now) })
    .where('invited_by', 'is', null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}

/** When this account tried codes in vain; its next tries wait until the end of this one. */
export async function lockWrongCodes(
  tx: Tx,
  residentId: string,
  since: Instant,
): Promise<readonly Instant[]> {
  await tx.selectFrom('resident').select('id').where('id', '=', residentId).forNoKeyUpdate().execute()
  const rows = await tx
    .selectFrom('wrong_code')
    .select('at')
    .where('resident_id', '=', residentId)
    .where('at', '>', at(since))
    .execute()
  return rows.map((row) => row.at)
}

export async function recordWrongCode(tx: Tx, residentId: string, now: Instant): Promise<void> {
  await tx
    .insertInto('wrong_code')
    .values({ resident_id: residentId, at: new Date(now) })
    .execute()
}

/** Forgets codes tried in vain before `before`; returns how many. */
export async function pruneWrongCodes(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('wrong_code').where('at', '<', at(before)).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Forgets invitations that came to nothing and ran out before `before`, with the name on them; returns how many. */
export async function pruneInvitations(db: Database, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('invitation')
    .where('post_id', 'is', null)
    .where('expires_at', '<', at(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
