import { decideCollecting, idleMinutes, sessionEnds } from '../../../core/domain/staff/desk-session'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { sameSecret } from '../../gateways/sealing/same-secret'
import { lockSignIn, openDeskSession, recordSignInEnded, signInFacts } from '../../repositories/desk-session'
import { readHeldPosts } from '../../repositories/post'
import { fromDesk } from './from-desk'

export const signInState: Handler<'desk.signInState'> = async ({ signInId }, context) => {
  const { db, now } = context
  const { browserHash, newTokenHash } = fromDesk(context)
  const row = await lockSignIn(db, signInId)
  // Another browser has no business here: for it there is no such request.
  const own = row !== undefined && sameSecret(row.browser_hash, browserHash) ? row : null
  const decision = decideCollecting(own === null ? null : signInFacts(own), now)
  if (!decision.ok) return decision
  if (decision.value === 'waiting' || own === null) return accept({ state: 'waiting' })
  await recordSignInEnded(db, signInId, now)
  // Erased or dismissed since the phone confirmed.
  if (own.confirmed_by === null || (await readHeldPosts(db, own.confirmed_by, now)).length === 0)
    return refuse('sign_in_ended')
  await openDeskSession(db, {
    token_hash: newTokenHash,
    browser_hash: browserHash,
    resident_id: own.confirmed_by,
    browser: own.browser,
    system: own.system,
    is_public_pc: own.is_public_pc,
    idle_minutes: idleMinutes(own.is_public_pc),
    started_at: new Date(now),
    seen_at: new Date(now),
    expires_at: new Date(sessionEnds(now)),
    ended_at: null,
  })
  return accept({ state: 'signed-in' })
}
