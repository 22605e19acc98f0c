import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findCounterParty, readConsent } from '../../repositories/registration/counter'
import { describeParties, lockForStaff } from '../../services/registration/counter-party'

/** The log has it before anything is shown: it is written in the same transaction. */
export const open: Handler<'counter.open'> = async ({ activityId, registrationId }, context) => {
  const { db, now, gateways, logAs } = context
  const held = await lockForStaff(db, activityId, context.permit)
  if (!held.ok) return held
  const { locked, permit } = held.value
  const row = await findCounterParty(db, permit, activityId, registrationId)
  if (row === null) return refuse('registration_not_found')
  logAs({ record: { kind: 'registration', id: registrationId } })
  const [listed] = await describeParties(db, [row], now)
  if (listed === undefined) throw new Error('a registration that was read is described')
  const consent = await readConsent(db, permit, registrationId)
  return accept({
    ...listed,
    called: row.members.find(({ name }) => name !== null)?.name ?? null,
    members: row.members.map(({ memberId, name, child, state }) => ({ memberId, name, child, state })),
    phone: row.phoneSealed === null ? null : openedPhone(gateways.phoneSeal, row.phoneSealed),
    telling: row.telling,
    helpWanted: row.helpWanted,
    consent: consent === null ? null : { ...consent, at: toIso(consent.at) },
    mayChangeUntil: toIso(locked.deadlines.startsAt),
  })
}
