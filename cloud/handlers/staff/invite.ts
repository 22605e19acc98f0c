import type { Input } from '../../../core/contract'
import type { NewInvitation } from '../../../core/contract/staff'
import { decideInviting } from '../../../core/domain/staff/invitation'
import { accept, refuse } from '../../../core/kernel/result'
import {
  addDays,
  instant,
  instantAt,
  toIso,
  type Instant,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { codeHashOf, newCode, recordInvitation } from '../../repositories/invitation'
import { officesOfActivities, placeNames } from '../../repositories/post'

export const INVITATION_DAYS = 7

type Row = Input<'staff.invite'>['invitations'][number]

/** A post holds through its last day. */
const endOf = ({ endsOn }: Row): Instant | null =>
  endsOn === null ? null : instantAt(addDays(endsOn as ShanghaiDay, 1), 0)

export const invite: Handler<'staff.invite'> = async ({ invitations }, context) => {
  const { db, caller, now, permit, logAs } = context
  const { post } = permit()
  const offices = (
    await placeNames(db, { offices: invitations.flatMap((row) => row.officeIds), activities: [] })
  ).offices
  const officeOf = await officesOfActivities(
    db,
    invitations.flatMap((row) => row.activityIds),
  )
  for (const row of invitations) {
    const detail = { called: row.called }
    const unknownOffice = row.officeIds.find((id) => !offices.has(id))
    if (unknownOffice !== undefined) return refuse('office_not_found', { ...detail, officeId: unknownOffice })
    const unknownActivity = row.activityIds.find((id) => !officeOf.has(id))
    if (unknownActivity !== undefined)
      return refuse('activity_not_found', { ...detail, activityId: unknownActivity })
    const activityOfficeIds = row.activityIds.map((id) => officeOf.get(id) ?? null)
    const decision = decideInviting(caller.posts, { ...row, activityOfficeIds })
    if (!decision.ok) return refuse(decision.refusal, detail)
    const endsAt = endOf(row)
    if (endsAt !== null && endsAt <= now) return refuse('day_past', detail)
  }
  const expiresAt = instant(now + INVITATION_DAYS * 86_400_000)
  const made: NewInvitation[] = []
  for (const row of invitations) {
    const code = newCode()
    const endsAt = endOf(row)
    const namesOffices = row.role === 'office' || row.role === 'lead' || row.role === 'viewer'
    const invitationId = await recordInvitation(db, {
      code_hash: codeHashOf(code),
      role: row.role,
      called: row.called,
      office_ids: namesOffices ? [...row.officeIds] : [],
      activity_ids: row.role === 'scanner' ? [...row.activityIds] : null,
      may_read_log: row.role === 'viewer' && row.mayReadLog,
      post_ends_at: endsAt === null ? null : new Date(endsAt),
      invited_by: post.id,
      created_at: new Date(now),
      expires_at: new Date(expiresAt),
      accepted_by: null,
      accepted_at: null,
      revoked_at: null,
      post_id: null,
    })
    made.push({ invitationId, called: row.called, code, expiresAt: toIso(expiresAt) })
  }
  logAs({ changed: { invitations: made.length } })
  return accept({ invitations: made })
}
