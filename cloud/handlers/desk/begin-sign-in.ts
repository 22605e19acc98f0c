import { randomBytes, randomInt } from 'node:crypto'
import { OPEN_SIGN_INS, signInEnds, signInsSince } from '../../../core/domain/staff/desk-session'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { endSignInsOf, lockOpenSignIns, recordSignIn } from '../../repositories/desk-session'
import { typedLetters } from '../../services/codes/typed-letters'
import { fromDesk } from './from-desk'

export const beginSignIn: Handler<'desk.beginSignIn'> = async ({ isPublicPc }, context) => {
  const { db, now } = context
  const { browserHash, network, browser, system } = fromDesk(context)
  await endSignInsOf(db, browserHash, now)
  if ((await lockOpenSignIns(db, network, signInsSince(now))) >= OPEN_SIGN_INS)
    return refuse('too_many_sign_ins')
  const id = randomBytes(16).toString('base64url')
  const digits = String(randomInt(100)).padStart(2, '0')
  await recordSignIn(db, {
    id,
    browser_hash: browserHash,
    digits,
    browser,
    system,
    network,
    is_public_pc: isPublicPc,
    asked_at: new Date(now),
    confirmed_by: null,
    confirmed_at: null,
    ended_at: null,
  })
  return accept({
    signInId: id,
    path: `/s/d/${id}`,
    digits,
    code: `${typedLetters(id)}-${digits}`,
    endsAt: toIso(signInEnds(now)),
  })
}
