import { isLive } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { recordNotificationWay } from '../../repositories/registration/notification-way'
import { lockParty } from '../../services/registration/counter-party'

export const setPhone: Handler<'counter.setPhone'> = async (input, { db, now, gateways, permit }) => {
  const { phone } = input
  const held = await lockParty(db, input, permit)
  if (!held.ok) return held
  const { locked, party } = held.value
  if (now >= locked.deadlines.startsAt) return refuse('already_started')
  if (!party.members.some(isLive)) return refuse('cancelled')
  if (phone !== null && !gateways.phoneSeal) return refuse('phone_not_kept')
  // Whoever has an account is told by WeChat where no number is left.
  const without = party.registrantId === null ? 'none' : 'wechat'
  const telling = phone === null ? without : 'phone'
  await recordNotificationWay(
    db,
    party.id,
    telling,
    phone === null ? null : (gateways.phoneSeal?.seal(phone) ?? null),
  )
  return accept({ telling })
}
