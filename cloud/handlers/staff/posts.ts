import type { PostRow } from '../../../core/contract/staff'
import { accept } from '../../../core/kernel/result'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { listPosts, type PostRecord } from '../../repositories/post'
import { namePlaces } from './places'

export const posts: Handler<'staff.posts'> = async (_input, { db, caller, now, reach }) => {
  const all = await listPosts(db)
  const within = all.filter(
    ({ office_ids }) =>
      reach.offices === 'all' ||
      (office_ids.length > 0 && office_ids.every((id) => reach.offices.includes(id))),
  )
  const placeOf = await namePlaces(db, within)
  const calledBy = new Map(all.map(({ id, called }) => [id, called]))
  return accept({
    posts: within.map((post): PostRow => ({
      ...placeOf(post, post.ends_at),
      postId: post.id,
      holder: holderMark(post, all),
      state: stateOf(post, now),
      startsAt: toIso(post.starts_at),
      invitedBy: post.invited_by === null ? null : (calledBy.get(post.invited_by) ?? null),
      isOwn: post.resident_id === caller.residentId,
    })),
  })
}

const stateOf = ({ dismissed_at, ends_at }: PostRecord, now: Instant): PostRow['state'] => {
  if (dismissed_at !== null) return 'dismissed'
  return ends_at !== null && ends_at <= now ? 'ended' : 'active'
}

/** The first post of the account stands for it: no resident id leaves the backend. */
const holderMark = ({ resident_id }: PostRecord, all: readonly PostRecord[]): string | null =>
  resident_id === null ? null : (all.find((post) => post.resident_id === resident_id)?.id ?? null)
