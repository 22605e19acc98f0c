import { decideAskingNow } from '../../../core/domain/registration/queue/asking-now'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { judgeQueue } from '../../repositories/registration/queue'
import { headlineAfter, lockOwnParty } from '../../services/registration/leave-registration'
import { recordPromotion } from '../../services/registration/record-and-promote'

export const askNow: Handler<'registration.askNow'> = async (input, context) => {
  const { db, caller, now } = context
  const held = await lockOwnParty(context, input.registrationId)
  if (held === null) return refuse('registration_not_found')
  const { locked, registration } = held
  if (locked.activity.status === 'withdrawn') return refuse('activity_withdrawn')
  const queue = await judgeQueue(db, locked, held.queue)
  const decision = decideAskingNow(registration, queue, locked.seats, locked.deadlines, now)
  if (!decision.ok) return decision
  if (decision.value.confirmed.length > 0) {
    const act = { act: 'ask-now', by: caller.residentId, now, changes: [], own: registration.id } as const
    await recordPromotion(db, locked, act, decision.value)
  }
  return accept({
    registrationId: registration.id,
    headline: headlineAfter(registration, [], decision.value),
  })
}
