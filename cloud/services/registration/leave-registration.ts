import type { Transaction } from 'kysely'
import {
  summaryOf,
  withChanges,
  type MemberChange,
  type MemberState,
  type Registration,
} from '../../../core/domain/registration/party'
import type { Promotion } from '../../../core/domain/registration/queue/promotion'
import { accept, refuse, type Result } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { inOneTrip } from '../../database/one-trip'
import type { Schema } from '../../database/schema'
import { lockActivity, type LockedActivity } from '../../repositories/activity/lock-activity'
import { findOwnActivity, readPartyFacts, type PartyFacts } from '../../repositories/registration/parties'
import { recordAndPromote } from './record-and-promote'

/** An act of a resident on a registration of theirs. */
export interface ResidentAct {
  readonly db: Transaction<Schema>
  readonly caller: { readonly residentId: string }
  readonly now: Instant
}

/** A registration of the caller's under the lock of its activity. */
export interface LockedParty extends PartyFacts {
  readonly locked: LockedActivity
}

/** `null` for registrations of others, known or not. */
export async function lockOwnParty(
  { db, caller }: Pick<ResidentAct, 'db' | 'caller'>,
  registrationId: string,
): Promise<LockedParty | null> {
  const activityId = await findOwnActivity(db, registrationId, caller.residentId)
  if (activityId === null) return null
  const [locked, facts] = await inOneTrip(
    db,
    (trip) => lockActivity(trip, activityId),
    (trip) => readPartyFacts(trip, activityId, registrationId),
  )
  return locked === null ? null : { locked, ...facts }
}

export interface Left {
  readonly registrationId: string
  readonly headline: MemberState
}

/** Cancelling and dropping alike: decide under the lock, record, and let the queue promote. */
export async function leaveBy<Refusal extends string>(
  act: 'cancel' | 'drop',
  registrationId: string,
  context: ResidentAct,
  decide: (registration: Registration, locked: LockedActivity) => Result<readonly MemberChange[], Refusal>,
): Promise<Result<Left, Refusal | 'registration_not_found'>> {
  const { db, caller, now } = context
  const held = await lockOwnParty(context, registrationId)
  if (held === null) return refuse('registration_not_found')
  const { locked, registration, queue } = held
  const decision = decide(registration, locked)
  if (!decision.ok) return decision
  const changes = decision.value
  const promotion =
    changes.length === 0
      ? null
      : await recordAndPromote(db, locked, {
          act,
          by: caller.residentId,
          now,
          changes,
          queue,
          own: registrationId,
        })
  return accept({ registrationId, headline: headlineAfter(registration, changes, promotion) })
}

/** The state that is said first after changes and a promotion of the same registration. */
export function headlineAfter(
  { id, members }: Registration,
  changes: readonly MemberChange[],
  promotion: Promotion | null,
): MemberState {
  const isPromoted = promotion?.confirmed.some(({ registrationId }) => registrationId === id) === true
  const after = withChanges(members, changes).map((member) =>
    isPromoted && member.state === 'waiting' ? { ...member, state: 'confirmed' as const } : member,
  )
  return summaryOf(after).headline
}
