import { accept, refuse } from '../../../core/kernel/result'
import { instant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { countOpened, findPost, readHeldPosts } from '../../repositories/post'
import { endAllPosts } from '../../services/end-posts'

const LOOK_BACK_DAYS = 90
/** Endpoints that show names or numbers of residents to staff. */
const OPENING = [
  'door.openPerson',
  'activity.copyNumbers',
  'activity.unreached',
  'suggestion.openPhone',
  'counter.open',
  'sheet.print',
] as const

export const dismiss: Handler<'staff.dismiss'> = async ({ postId }, { db, now, reach, logAs }) => {
  const post = await findPost(db, postId)
  if (post === undefined || post.resident_id === null || post.dismissed_at !== null)
    return refuse('post_not_found')
  const { offices } = reach
  if (offices !== 'all') {
    const held = await readHeldPosts(db, post.resident_id, now)
    const isOwn = held.every(
      ({ role, office_ids }) =>
        (role === 'office' || role === 'scanner') && office_ids.every((id) => offices.includes(id)),
    )
    if (!isOwn || !post.office_ids.some((id) => offices.includes(id))) return refuse('not_own_office')
  }
  const ended = await endAllPosts(db, post.resident_id, now)
  if (!ended.ok) return ended
  const since = instant(now - LOOK_BACK_DAYS * 86_400_000)
  logAs({ record: { kind: 'post', id: postId }, changed: { posts: ended.value.posts.length } })
  return accept({
    called: post.called,
    posts: ended.value.posts.length,
    invitationsRevoked: ended.value.invitationsRevoked,
    opened: await countOpened(db, ended.value.posts, OPENING, since),
  })
}
