import { decideConfirming, sessionEnds } from '../../../core/domain/staff/desk-session'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import {
  lockSignIn,
  recordSignInConfirmed,
  recordSignInEnded,
  signInFacts,
} from '../../repositories/desk-session'

export const confirmSignIn: Handler<'desk.confirmSignIn'> = async ({ signInId, digits }, context) => {
  const { db, caller, now } = context
  const [post] = caller.posts
  if (post === undefined) return refuse('post_missing')
  const row = await lockSignIn(db, signInId)
  const decision = decideConfirming(row === undefined ? null : signInFacts(row), digits, now)
  if (!decision.ok) {
    if (decision.refusal === 'sign_in_digits_wrong') await recordSignInEnded(db, signInId, now)
    return decision
  }
  await recordSignInConfirmed(db, signInId, caller.residentId, now)
  return accept({ called: post.called, endsAt: toIso(sessionEnds(now)) })
}
