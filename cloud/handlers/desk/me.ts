import { createHmac } from 'node:crypto'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { Unauthenticated } from '../../app/faults'
import { readApprovers } from '../../repositories/activity/draft'
import { findDeskSession } from '../../repositories/desk-session'
import { readSubdistrict } from '../../repositories/directory'
import { listOpenOffices, readHeldPosts } from '../../repositories/post'
import { namePlaces } from '../staff/places'
import { fromDesk } from './from-desk'

export const me: Handler<'desk.me'> = async (_input, context) => {
  const { db, caller, now } = context
  const { tokenHash } = fromDesk(context)
  if (tokenHash === null) throw new Unauthenticated()
  const session = await findDeskSession(db, tokenHash)
  const held = await readHeldPosts(db, caller.residentId, now)
  const [first] = held
  // Ended between the recognising statement and these.
  if (session === undefined || first === undefined) throw new Unauthenticated()
  const placeOf = await namePlaces(db, held)
  const subdistrict = await readSubdistrict(db)
  const approvers = await readApprovers(db, now)
  return accept({
    called: first.called,
    posts: held.map((post) => ({
      ...placeOf(post, post.ends_at),
      postId: post.id,
      mayReadLog: post.may_read_log,
    })),
    offices: await listOpenOffices(db),
    subdistrict: subdistrict.name,
    isOnlyApprover: approvers.length === 1 && approvers[0] === caller.residentId,
    formKey: createHmac('sha256', tokenHash).update('what is typed about persons').digest('base64url'),
    isPublicPc: session.is_public_pc,
    idleMinutes: session.idle_minutes,
    endsAt: toIso(session.expires_at),
  })
}
