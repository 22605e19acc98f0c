import { decideShowing } from '../../../core/domain/staff/desk-session'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { findSignIn, knowsBrowser, signInFacts } from '../../repositories/desk-session'

export const showSignIn: Handler<'desk.showSignIn'> = async ({ signInId }, context) => {
  const { db, caller, now, network } = context
  if (caller.posts.length === 0) return refuse('post_missing')
  const row = await findSignIn(db, signInId)
  const open = decideShowing(row === undefined ? null : signInFacts(row), now)
  if (!open.ok) return open
  if (row === undefined) throw new Error('a request was shown that was not found')
  return accept({
    browser: row.browser,
    system: row.system,
    askedAt: toIso(row.asked_at),
    isPublicPc: row.is_public_pc,
    isSameNetwork: network === null ? null : network === row.network,
    isNewBrowser: !(await knowsBrowser(db, caller.residentId, row.browser_hash)),
  })
}
