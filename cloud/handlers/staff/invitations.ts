import { stateOfInvitation } from '../../../core/domain/staff/invitation'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { factsOf, listInvitations } from '../../repositories/invitation'
import { listPosts } from '../../repositories/post'
import { namePlaces } from './places'
import { isWithin } from './within'

const MOST = 200

export const invitations: Handler<'staff.invitations'> = async (_input, { db, now, caller, reach }) => {
  const rows = (await listInvitations(db, MOST)).filter((row) => isWithin(row, caller.posts, reach))
  const placeOf = await namePlaces(db, rows)
  const calledBy = new Map((await listPosts(db)).map(({ id, called }) => [id, called]))
  return accept({
    invitations: rows.map((row) => ({
      ...placeOf(row, row.post_ends_at),
      invitationId: row.id,
      state: stateOfInvitation(factsOf(row), now),
      invitedBy: row.invited_by === null ? null : (calledBy.get(row.invited_by) ?? null),
      createdAt: toIso(row.created_at),
      expiresAt: toIso(row.expires_at),
      acceptedAt: row.accepted_at === null ? null : toIso(row.accepted_at),
    })),
  })
}
