import {
  decideOpening,
  decideTryingCode,
  needsConfirmation,
  readCode,
  wrongCodesSince,
} from '../../../core/domain/staff/invitation'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../app/handler'
import { factsOf, lockInvitation, lockWrongCodes, recordWrongCode } from '../../repositories/invitation'
import { namePlaces } from './places'

export const openInvitation: Handler<'staff.openInvitation'> = async ({ code }, context) => {
  const opened = await openByCode(context, code)
  if (!opened.ok) return opened
  const row = opened.value
  const placeOf = await namePlaces(context.db, [row])
  return accept({
    ...placeOf(row, row.post_ends_at),
    expiresAt: toIso(row.expires_at),
    needsConfirmation: row.on_the_spot || needsConfirmation(row.role),
    asksName: row.on_the_spot,
  })
}

type Context = Pick<HandlerContext<'staff.openInvitation'>, 'db' | 'caller' | 'now'>

/** The invitation behind a code, locked. A code that is none counts against this account. */
export async function openByCode({ db, caller, now }: Context, typed: string) {
  const wrongAt = await lockWrongCodes(db, caller.residentId, wrongCodesSince(now))
  const trying = decideTryingCode(wrongAt, now)
  if (!trying.ok) return trying
  const code = readCode(typed)
  const row = code === null ? undefined : await lockInvitation(db, { code })
  const decision = decideOpening(row === undefined ? null : factsOf(row), now)
  if (!decision.ok) {
    if (decision.refusal === 'invitation_not_found') await recordWrongCode(db, caller.residentId, now)
    return decision
  }
  if (row === undefined) throw new Error('an invitation was opened that was not found')
  return accept(row)
}
