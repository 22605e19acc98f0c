import { randomInt, randomUUID } from 'node:crypto'
import type { Input } from '../../../core/contract'
import { admit, type Admission } from '../../../core/domain/registration/joining/admission'
import { decideJoining, type Joining } from '../../../core/domain/registration/joining/joining'
import { numberFrom } from '../../../core/domain/registration/joining/number'
import { rejoinMembers, rowToRejoin } from '../../../core/domain/registration/joining/rejoining'
import { toState, type MemberChange, type Registration } from '../../../core/domain/registration/party'
import { standingOf } from '../../../core/domain/registration/queue/standing'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import { lockActivity, type LockedActivity } from '../../repositories/activity/lock-activity'
import {
  numberText,
  readJoiningFacts,
  readTakenNumbers,
  type JoiningFactsRow,
} from '../../repositories/registration/parties'
import { holdPersons, type PartyPerson } from '../../repositories/registration/persons'
import { judgeQueue, readCooling } from '../../repositories/registration/queue'
import type { NewMember } from '../../repositories/registration/record-outcome'
import { recordPromotion } from '../../settling/settle'

type Wish = Input<'registration.register'>
type Context = HandlerContext<'registration.register'>

/** Numbers that are tried before all are looked at. */
const NUMBERS_TRIED = 16

export const register: Handler<'registration.register'> = async (input, context) => {
  const { db, caller, now } = context
  const persons = await holdPersons(db, caller.residentId, input.party)
  const locked = await lockActivity(db, input.activityId)
  if (locked === null || locked.activity.status === 'draft') return refuse('activity_not_found')
  if (persons === null) return refuse('family_member_not_found')
  const draw = randomInt(10_000)
  const facts = await readJoiningFacts(
    db,
    locked.row.id,
    caller.residentId,
    persons.map(({ identity }) => identity),
    Array.from({ length: NUMBERS_TRIED }, (_, step) => (draw + step) % 10_000),
  )
  const joining = decideJoining(
    {
      activity: locked.activity,
      party: persons,
      registered: new Set(facts.registered),
      answers: Object.fromEntries(
        (input.answers ?? []).map(({ questionId, answer }) => [questionId, answer]),
      ),
    },
    now,
    locked.rules,
  )
  if (!joining.ok) return joining
  if (input.telling === 'phone' && !input.phone) return refuse('phone_missing')
  if (input.telling === 'phone' && !context.gateways.phoneSeal) return refuse('phone_not_kept')
  const old = rowToRejoin(facts.own, joining.value.members)
  const registrationId = old?.id ?? randomUUID()
  const admission = await admitParty(context, locked, joining.value, facts, registrationId)
  if (!admission.ok) return admission
  const number = old?.number ?? (await freeNumber(context, locked, draw, facts.taken))
  await record(input, context, locked, {
    persons,
    joining: joining.value,
    old,
    registrationId,
    number,
    admission: admission.value,
  })
  return accept({
    registrationId,
    number,
    place: admission.value.place,
    position: positionIn(admission.value, registrationId, locked, now),
  })
}

async function admitParty(
  { db, caller, now }: Context,
  locked: LockedActivity,
  { activity, members }: Joining,
  facts: JoiningFactsRow,
  registrationId: string,
) {
  const queue = await judgeQueue(db, locked, facts.queue)
  const cooling = await readCooling(db, locked, [caller.residentId])
  const newcomer = {
    registrationId,
    size: members.length,
    joinNumber: locked.row.next_join_number,
    inCoolDown: cooling.has(caller.residentId),
  }
  return admit(newcomer, queue, locked.seats, activity.waitlistLimit, locked.deadlines, now)
}

/** @throws RangeError when all 10,000 numbers of the activity are taken */
async function freeNumber(
  { db }: Context,
  { row }: LockedActivity,
  draw: number,
  taken: readonly number[],
): Promise<string> {
  const isCrowded = taken.length === NUMBERS_TRIED
  const known = isCrowded ? await readTakenNumbers(db, row.id) : taken
  return numberFrom(draw, new Set(known.map(numberText)))
}

interface Admitted {
  readonly persons: readonly PartyPerson[]
  readonly joining: Joining
  readonly old: Registration | null
  readonly registrationId: string
  readonly number: string
  readonly admission: Admission
}

async function record(
  input: Wish,
  { db, caller, now, gateways }: Context,
  locked: LockedActivity,
  admitted: Admitted,
): Promise<void> {
  const { registrationId, number, admission } = admitted
  const { added, changes } = membersOf(admitted)
  const isByPhone = input.telling === 'phone' && input.phone
  await recordPromotion(
    db,
    locked,
    { act: 'register', by: caller.residentId, now, changes, own: registrationId },
    admission.promotion,
    {
      added,
      row: {
        id: registrationId,
        registrantId: caller.residentId,
        number: Number(number),
        joinNumber: locked.row.next_join_number,
        answers: Object.fromEntries(
          (input.answers ?? []).map(({ questionId, answer }) => [questionId, answer]),
        ),
        helpWanted: input.helpWanted ?? null,
        telling: input.telling ?? 'wechat',
        phoneSealed: isByPhone ? (gateways.phoneSeal?.seal(isByPhone) ?? null) : null,
        confirmed: admission.place === 'confirmed',
      },
    },
  )
}

/** Who comes back in the old row, and who is new, each where the party stands now. */
function membersOf({ persons, joining, old, registrationId, admission }: Admitted): {
  added: readonly NewMember[]
  changes: readonly MemberChange[]
} {
  const state = admission.place
  const { returning, added } =
    old === null ? { returning: [], added: joining.members } : rejoinMembers(old, joining.members)
  return {
    changes: returning.map(({ member }) => toState(member, state)),
    added: added.flatMap(({ personId, child }) => {
      const person = persons.find((one) => one.personId === personId)
      if (person === undefined) return []
      const { residentId, familyMemberId } = person
      return [{ id: randomUUID(), registrationId, residentId, familyMemberId, child, state }]
    }),
  }
}

function positionIn(
  { place, promotion: { waiting, seats } }: Admission,
  registrationId: string,
  { deadlines }: LockedActivity,
  now: Context['now'],
): number | null {
  const party = waiting.find((one) => one.registrationId === registrationId)
  if (place === 'confirmed' || party === undefined) return null
  return standingOf(party, waiting, seats, deadlines, now).position
}
