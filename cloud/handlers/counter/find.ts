import {
  decideLookingUp,
  lookUpsSince,
  readLookUp,
  type LookUp,
} from '../../../core/domain/registration/look-ups'
import { accept } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import {
  lockLookUps,
  readByDigits,
  readBySurname,
  readPartiesById,
} from '../../repositories/registration/counter'
import { describeParties } from '../../services/registration/counter-party'

/** Whom nobody finds among these is asked for more. */
const SHOWN = 30

export const find: Handler<'counter.find'> = async ({ asked, channel }, context) => {
  const { db, caller, now, logAs } = context
  const posts = caller.posts.map(({ id }) => id)
  const trying = decideLookingUp(await lockLookUps(db, caller.residentId, posts, lookUpsSince(now)), now)
  if (!trying.ok) return trying
  const lookUp = readLookUp(asked)
  logAs({ changed: { channel, by: lookUp?.kind ?? 'nothing' } })
  const ids = lookUp === null ? [] : await idsOf(context, lookUp)
  const rows = await readPartiesById(db, ids.slice(0, SHOWN))
  return accept({ found: await describeParties(db, rows, now), more: ids.length > SHOWN })
}

async function idsOf(
  { db, now, reach, gateways }: HandlerContext<'counter.find'>,
  lookUp: LookUp,
): Promise<readonly string[]> {
  if (lookUp.kind === 'surname') return readBySurname(db, reach, now, lookUp.first, SHOWN + 1)
  const candidates = await readByDigits(db, reach, now, lookUp.number)
  return candidates
    .filter(({ number, phoneSealed }) => {
      if (number === lookUp.number) return true
      const phone = phoneSealed === null ? null : openedPhone(gateways.phoneSeal, phoneSealed)
      return (
        phone !== null &&
        phone
          .replace(/-\d{1,6}$/, '')
          .replace(/\D/g, '')
          .endsWith(lookUp.lastFour)
      )
    })
    .map(({ registrationId }) => registrationId)
}
