import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Input } from '../../../core/contract'
import type { CounterParty } from '../../../core/contract/registration/counter'
import { maskedName } from '../../../core/domain/check-in/masked-name'
import { stateAt } from '../../../core/domain/registration/leaving/ending'
import { isLive, summaryOf, type Registration } from '../../../core/domain/registration/party'
import { waitingPositionOf } from '../../../core/domain/registration/queue/waiting-position'
import { accept, refuse, type Result } from '../../../core/kernel/result'
import { toIso, type Instant } from '../../../core/kernel/shanghai-time'
import { placeOfActivity, type Permit, type StaffContext } from '../../app/permit'
import type { Schema } from '../../database/schema'
import { findActivity, lockActivity, type LockedActivity } from '../../repositories/activity/lock-activity'
import type { CounterPartyRow } from '../../repositories/registration/counter'
import { findRegistration } from '../../repositories/registration/parties'
import type { PartyPerson } from '../../repositories/registration/persons'
import { judgeQueue, readQueue } from '../../repositories/registration/queue'

type Tx = Transaction<Schema>

/** May staff act for people in this activity? A draft has none. */
export async function lockForStaff(
  tx: Tx,
  activityId: string,
  permit: StaffContext<'activity'>['permit'],
): Promise<Result<{ locked: LockedActivity; permit: Permit }, 'activity_not_found' | 'not_own_office'>> {
  const locked = await lockActivity(tx, activityId)
  if (locked?.isPublic !== true) return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(locked.row))
  return permitted.ok ? accept({ locked, permit: permitted.value }) : permitted
}

/** One registration of it, whoever made it, under the lock of its activity. */
export async function lockParty(
  tx: Tx,
  { activityId, registrationId }: { readonly activityId: string; readonly registrationId: string },
  permit: StaffContext<'activity'>['permit'],
): Promise<
  Result<
    { locked: LockedActivity; permit: Permit; party: Registration },
    'activity_not_found' | 'not_own_office' | 'registration_not_found'
  >
> {
  const held = await lockForStaff(tx, activityId, permit)
  if (!held.ok) return held
  const party = await findRegistration(tx, activityId, registrationId)
  return party === null ? refuse('registration_not_found') : accept({ ...held.value, party })
}

type PersonInput = Input<'counter.register'>['party'][number]

/** A guest as the rules see somebody who joins; `guestId` where the office keeps them already. */
export function guestPerson(
  { birthYear, guardianConsent }: PersonInput,
  lives: { readonly compoundId: string | null; readonly neighbourhoodId: string | null },
  guestId: string = randomUUID(),
): PartyPerson {
  return {
    personId: guestId,
    identity: guestId,
    guestId,
    residentId: null,
    familyMemberId: null,
    birthYears: birthYear === null ? null : { from: birthYear, to: birthYear },
    guardianConsent,
    ...lives,
  }
}

/** Registrations as a look-up lists them, with where those stand that wait. */
export async function describeParties(
  tx: Tx,
  rows: readonly CounterPartyRow[],
  now: Instant,
): Promise<readonly CounterParty[]> {
  const waitsIn = rows.filter(({ members }) => members.some(({ state }) => state === 'waiting'))
  const positions = new Map<string, number>()
  for (const activityId of new Set(waitsIn.map((row) => row.activityId))) {
    const found = await findActivity(tx, activityId)
    if (found === null || now >= found.deadlines.startsAt) continue
    const queue = await judgeQueue(tx, found, await readQueue(tx, activityId))
    for (const party of queue) {
      const { position } = waitingPositionOf(party, queue, found.seats, found.deadlines, now)
      positions.set(party.registrationId, position)
    }
  }
  return rows.map((row) => ({
    registrationId: row.registrationId,
    activityId: row.activityId,
    title: row.title,
    place: row.place,
    startsAt: toIso(row.startsAt),
    number: row.number,
    headline: summaryOf(
      row.members.map(({ state, released }) => ({ state: stateAt(state, row, now), released })),
    ).headline,
    persons: row.members.filter(isLive).length,
    position: positions.get(row.registrationId) ?? null,
    called: maskedName(row.members.find(({ name }) => name !== null)?.name ?? null),
    byStaff: row.byStaff,
    hasPhone: row.phoneSealed !== null,
    wantsHelp: row.helpWanted !== null,
  }))
}
