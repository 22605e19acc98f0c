import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readHeldPosts } from '../../repositories/post'
import { namePlaces } from './places'

export const ownPosts: Handler<'staff.ownPosts'> = async (_input, { db, caller, now }) => {
  const held = await readHeldPosts(db, caller.residentId, now)
  const placeOf = await namePlaces(db, held)
  return accept({ posts: held.map((post) => ({ ...placeOf(post, post.ends_at), postId: post.id })) })
}
