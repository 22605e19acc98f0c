import { decideVolunteering, needsConfirmation } from '../../../core/domain/staff/invitation'
import { accept, refuse } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Transaction } from 'kysely'
import type { Handler, HandlerContext } from '../../app/handler'
import type { Schema } from '../../database/schema'
import {
  codeHashOf,
  listVolunteers,
  newCode,
  recordAccepted,
  recordInvitation,
  type InvitationRecord,
} from '../../repositories/invitation'
import { recordPost } from '../../repositories/post'
import { openByCode } from './open-invitation'

export const acceptInvitation: Handler<'staff.acceptInvitation'> = async ({ code, called }, context) => {
  const { db, caller, now } = context
  const opened = await openByCode(context, code)
  if (!opened.ok) return opened
  const row = opened.value
  if (row.on_the_spot) return askToHelp(context, row, called)
  const waits = needsConfirmation(row.role) && row.invited_by !== null
  const postId = waits ? null : await givePost(db, row, caller.residentId, now)
  await recordAccepted(db, row.id, { by: caller.residentId, postId }, now)
  return accept({ state: waits ? 'awaiting-confirmation' : 'active', called: row.called })
}

/** An own invitation for whoever scanned a 现场码, which waits for a colleague; a second time it is the same one. */
async function askToHelp(
  { db, caller, now }: Pick<HandlerContext<'staff.acceptInvitation'>, 'db' | 'caller' | 'now'>,
  code: InvitationRecord,
  called: string | null,
) {
  if (called === null) return refuse('called_missing')
  const volunteers = await listVolunteers(db, code.id)
  const own = volunteers.find(({ accepted_by }) => accepted_by === caller.residentId)
  if (own !== undefined) {
    const state = own.post_id === null ? ('awaiting-confirmation' as const) : ('active' as const)
    return accept({ state, called: own.called })
  }
  const decision = decideVolunteering({ volunteers: volunteers.length, endsAt: code.expires_at }, now)
  if (!decision.ok) return decision
  await recordInvitation(db, {
    code_hash: codeHashOf(newCode()),
    role: 'scanner',
    called,
    office_ids: [],
    activity_ids: code.activity_ids,
    may_read_log: false,
    post_ends_at: new Date(code.expires_at),
    invited_by: code.invited_by,
    created_at: new Date(now),
    expires_at: new Date(code.expires_at),
    accepted_by: caller.residentId,
    accepted_at: new Date(now),
    revoked_at: null,
    post_id: null,
    from_code: code.id,
  })
  return accept({ state: 'awaiting-confirmation' as const, called })
}

/** The post that an invitation promised. */
export const givePost = (
  tx: Transaction<Schema>,
  row: InvitationRecord,
  residentId: string,
  now: Instant,
): Promise<string> =>
  recordPost(
    tx,
    {
      residentId,
      role: row.role,
      called: row.called,
      officeIds: row.office_ids,
      activityIds: row.activity_ids,
      mayReadLog: row.may_read_log,
      endsAt: row.post_ends_at,
      invitedBy: row.invited_by,
    },
    now,
  )
