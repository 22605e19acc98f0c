import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { endAllPosts } from '../../services/end-posts'

export const leave: Handler<'staff.leave'> = async (_input, { db, caller, now }) => {
  const ended = await endAllPosts(db, caller.residentId, now)
  return ended.ok ? accept({ posts: ended.value.posts.length }) : ended
}
