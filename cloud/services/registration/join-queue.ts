import { randomInt, randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Answers } from '../../../core/domain/activity/entry/questions'
import { admit, type Admission } from '../../../core/domain/registration/joining/admission'
import {
  decideJoining,
  type Joining,
  type JoiningRefusal,
} from '../../../core/domain/registration/joining/joining'
import { numberFrom } from '../../../core/domain/registration/joining/number'
import { rejoinMembers, rowToRejoin } from '../../../core/domain/registration/joining/rejoining'
import { toState, type MemberChange, type Registration } from '../../../core/domain/registration/party'
import { waitingPositionOf } from '../../../core/domain/registration/queue/waiting-position'
import { accept, type Result } from '../../../core/kernel/result'
import type { Instant } from '../../../core/kernel/shanghai-time'
import type { Schema } from '../../database/schema'
import type { LockedActivity } from '../../repositories/activity/lock-activity'
import {
  numberText,
  readJoiningFacts,
  readTakenNumbers,
  type JoiningFactsRow,
} from '../../repositories/registration/parties'
import type { PartyPerson } from '../../repositories/registration/persons'
import { queueOf, readCooling } from '../../repositories/registration/queue'
import type { JoiningRow, NewGuest, NewMember } from '../../repositories/registration/record-outcome'
import { recordPromotion } from './record-and-promote'

type Tx = Transaction<Schema>

/** Numbers that are tried before all are looked at. */
const NUMBERS_TRIED = 16

/** Who wants to join, with what they answered; `own` are the rows whose number could be used again. */
export interface JoiningParty {
  readonly persons: readonly PartyPerson[]
  readonly answers: Answers
  readonly own: Parameters<typeof readJoiningFacts>[2]
}

/** A party with what its activity says about it. */
export interface PartyAtActivity extends JoiningParty {
  readonly facts: JoiningFactsRow
  /** Where the search for a free number begins: chance. */
  readonly draw: number
}

/** A party that the rules let join. */
export interface JudgedParty extends PartyAtActivity {
  readonly joining: Joining
}

/** Reads all that joining is decided by beyond the activity itself, behind its lock. */
export async function readJoining(db: Tx, activityId: string, party: JoiningParty): Promise<PartyAtActivity> {
  const draw = randomInt(10_000)
  const facts = await readJoiningFacts(
    db,
    activityId,
    party.own,
    party.persons.map(({ identity }) => identity),
    Array.from({ length: NUMBERS_TRIED }, (_, step) => (draw + step) % 10_000),
  )
  return { ...party, facts, draw }
}

/** May this party join the queue? Nothing is recorded yet. */
export function judgeJoining(
  { activity, rules }: LockedActivity,
  party: PartyAtActivity,
  now: Instant,
): Result<JudgedParty, JoiningRefusal> {
  const { persons, answers, facts } = party
  const joining = decideJoining(
    { activity, party: persons, registered: new Set(facts.registered), answers },
    now,
    rules,
  )
  return joining.ok ? accept({ ...party, joining: joining.value }) : joining
}

/** What stands in the row of a registration beside who comes. */
export interface JoiningRecord extends Pick<
  JoiningRow,
  'registrantId' | 'helpWanted' | 'telling' | 'phoneSealed'
> {
  readonly by: string
  readonly now: Instant
  /** Guests are kept from now on, with how they said yes; see `NewGuest`. */
  readonly keep?: (registrationId: string, guestIds: readonly string[]) => readonly NewGuest[]
}

export interface Joined {
  readonly registrationId: string
  readonly number: string
  readonly place: 'confirmed' | 'waiting'
  /** Among the waiting parties, from 1. */
  readonly position: number | null
}

/** Joins the end of the queue, lets the queue promote, and records all of it; see `admit`. */
export async function joinQueue(
  db: Tx,
  locked: LockedActivity,
  judged: JudgedParty,
  record: JoiningRecord,
): Promise<Result<Joined, 'waitlist_full'>> {
  const { facts, joining, draw, answers } = judged
  const { registrantId, helpWanted, telling, phoneSealed, by, now, keep } = record
  const old = rowToRejoin(facts.own, joining.members)
  const registrationId = old?.id ?? randomUUID()
  const admission = await admitParty(db, locked, judged, { registrationId, registrantId, now })
  if (!admission.ok) return admission
  const { place, promotion } = admission.value
  const number = old?.number ?? (await freeNumber(db, locked, draw, facts.taken))
  const { added, changes } = membersOf(judged, old, registrationId, place)
  const newGuests = added.flatMap(({ guestId }) => guestId ?? [])
  await recordPromotion(db, locked, { act: 'register', by, now, changes, own: registrationId }, promotion, {
    added,
    guests: keep?.(registrationId, newGuests) ?? [],
    row: {
      id: registrationId,
      registrantId,
      number: Number(number),
      joinNumber: locked.row.next_join_number,
      answers,
      helpWanted,
      telling,
      phoneSealed,
      confirmed: place === 'confirmed',
    },
  })
  return accept({
    registrationId,
    number,
    place,
    position: positionIn(admission.value, registrationId, locked, now),
  })
}

async function admitParty(
  db: Tx,
  locked: LockedActivity,
  { facts, joining: { activity, members } }: JudgedParty,
  {
    registrationId,
    registrantId,
    now,
  }: Pick<JoiningRecord, 'registrantId' | 'now'> & { registrationId: string },
) {
  const registrants = facts.queue.map((party) => party.registrantId)
  const cooling = await readCooling(db, locked, [...registrants, registrantId])
  const newcomer = {
    registrationId,
    size: members.length,
    joinNumber: locked.row.next_join_number,
    inCoolDown: registrantId !== null && cooling.has(registrantId),
  }
  return admit(
    newcomer,
    queueOf(facts.queue, cooling),
    locked.seats,
    activity.waitlistLimit,
    locked.deadlines,
    now,
  )
}

/** @throws RangeError when all 10,000 numbers of the activity are taken */
async function freeNumber(
  db: Tx,
  { row }: LockedActivity,
  draw: number,
  taken: readonly number[],
): Promise<string> {
  const isCrowded = taken.length === NUMBERS_TRIED
  const known = isCrowded ? await readTakenNumbers(db, row.id) : taken
  return numberFrom(draw, new Set(known.map(numberText)))
}

/** Who comes back in the old row, and who is new in it, each where the party stands now. */
function membersOf(
  { persons, joining }: JudgedParty,
  old: Registration | null,
  registrationId: string,
  state: Joined['place'],
): { added: readonly NewMember[]; changes: readonly MemberChange[] } {
  const { returning, added } =
    old === null ? { returning: [], added: joining.members } : rejoinMembers(old, joining.members)
  return {
    // Who was put down as a child may come back as who they are: two cards may have been taken by one person.
    changes: returning.map(({ member, as }) => ({ ...toState(member, state), child: as.child })),
    added: added.map(({ personId, child }) => {
      const person = persons.find((one) => one.personId === personId)
      if (person === undefined) throw new Error('somebody joins whom nobody asked to register')
      const { residentId, familyMemberId, guestId } = person
      return { id: randomUUID(), registrationId, residentId, familyMemberId, guestId, child, state }
    }),
  }
}

export function positionIn(
  { place, promotion: { waiting, seats } }: Admission,
  registrationId: string,
  { deadlines }: LockedActivity,
  now: Instant,
): number | null {
  const party = waiting.find((one) => one.registrationId === registrationId)
  if (place === 'confirmed' || party === undefined) return null
  return waitingPositionOf(party, waiting, seats, deadlines, now).position
}
