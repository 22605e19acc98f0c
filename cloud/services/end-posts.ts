import type { Transaction } from 'kysely'
import { accept, refuse, type Result } from '../../core/kernel/result'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'
import { revokeInvitationsOf } from '../repositories/invitation'
import { dismissAll, lockAdmins } from '../repositories/post'

type Tx = Transaction<Schema>

/**
 * Is this account the only one with an active post of `admin`? Until the transaction ends nobody else can make it so:
 * leaving, dismissing and erasing take turns.
 */
export async function lockIsLastAdmin(tx: Tx, residentId: string, now: Instant): Promise<boolean> {
  const admins = await lockAdmins(tx, now)
  return admins.has(residentId) && admins.size === 1
}

/** Takes all posts of an account and what hangs on them; the last admin keeps theirs. */
export async function endAllPosts(
  tx: Tx,
  residentId: string,
  now: Instant,
): Promise<Result<{ readonly posts: readonly string[]; readonly invitationsRevoked: number }, 'last_admin'>> {
  if (await lockIsLastAdmin(tx, residentId, now)) return refuse('last_admin')
  const posts = await dismissAll(tx, residentId, now)
  return accept({ posts, invitationsRevoked: await revokeInvitationsOf(tx, posts, now) })
}
