import { decideTypedCode, signInsSince } from '../../../core/domain/staff/desk-session'
import { readTypedCode } from '../../../core/domain/staff/typed-code'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { listOpenSignIns } from '../../repositories/desk-session'
import { typedLetters } from '../../services/codes/typed-letters'

export const findSignIn: Handler<'desk.findSignIn'> = async ({ code }, { db, caller, now, network }) => {
  if (caller.posts.length === 0) return refuse('post_missing')
  const typed = readTypedCode(code)
  if (typed === null) return refuse('sign_in_ended')
  const open = await listOpenSignIns(db, signInsSince(now))
  const row = open.find(({ id, digits }) => digits === typed.digits && typedLetters(id) === typed.letters)
  const decision = decideTypedCode(row ?? null, network)
  if (!decision.ok) return decision
  if (row === undefined) throw new Error('a code was accepted that was not found')
  return accept({ signInId: row.id, digits: row.digits })
}
