import { decideCancelling, decideDropping } from '../../../core/domain/registration/leaving/leaving'
import { withChanges, type MemberChange, type Registration } from '../../../core/domain/registration/party'
import { accept, type Result } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import type { LockedActivity } from '../../repositories/activity/lock-activity'
import { readQueue } from '../../repositories/registration/queue'
import { lockParty } from '../../services/registration/counter-party'
import { headlineAfter } from '../../services/registration/leave-registration'
import { recordAndPromote } from '../../services/registration/record-and-promote'

type LeaveContext = Parameters<Handler<'counter.cancel'>>[1] | Parameters<Handler<'counter.drop'>>[1]

/** Cancelling and dropping for somebody: decide under the lock, record, and let the queue promote. */
async function leave<Refusal extends string>(
  act: 'cancel' | 'drop',
  which: { readonly activityId: string; readonly registrationId: string },
  { db, caller, now, permit }: LeaveContext,
  decide: (registration: Registration, locked: LockedActivity) => Result<readonly MemberChange[], Refusal>,
) {
  const held = await lockParty(db, which, permit)
  if (!held.ok) return held
  const { locked, party } = held.value
  const decision = decide(party, locked)
  if (!decision.ok) return decision
  const changes = decision.value
  const { residentId: by } = caller
  const queue = changes.length === 0 ? [] : await readQueue(db, locked.row.id)
  const promotion =
    changes.length === 0
      ? null
      : await recordAndPromote(db, locked, { act, by, now, changes, queue, own: party.id })
  return accept({ registrationId: party.id, headline: headlineAfter(party, changes, promotion) })
}

export const cancel: Handler<'counter.cancel'> = (input, context) =>
  leave('cancel', input, context, ({ members }, { deadlines }) =>
    decideCancelling(members, deadlines, context.now),
  )

/** One after the other, so that nobody is left alone by all of them together. */
export const drop: Handler<'counter.drop'> = (input, context) =>
  leave('drop', input, context, ({ members }, { deadlines }) => {
    const changes: MemberChange[] = []
    for (const memberId of input.members) {
      const decision = decideDropping(withChanges(members, changes), memberId, deadlines, context.now)
      if (!decision.ok) return decision
      changes.push(...decision.value)
    }
    return accept(changes)
  })
