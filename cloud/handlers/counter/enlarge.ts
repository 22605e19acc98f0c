import { randomUUID } from 'node:crypto'
import { admit } from '../../../core/domain/registration/joining/admission'
import { largestParty } from '../../../core/domain/registration/joining/joining'
import { isLive, isState, summaryOf, toState } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { readDetails } from '../../repositories/registration/counter'
import { readPartyFacts } from '../../repositories/registration/parties'
import { judgeQueue, readCooling } from '../../repositories/registration/queue'
import { guestPerson, lockParty } from '../../services/registration/counter-party'
import { judgeJoining, readJoining } from '../../services/registration/join-queue'
import { recordPromotion } from '../../services/registration/record-and-promote'

const waits = isState('waiting')
const NOWHERE = { compoundId: null, neighbourhoodId: null }

export const enlarge: Handler<'counter.enlarge'> = async (input, context) => {
  const { db, caller, now } = context
  const held = await lockParty(db, input, context.permit)
  if (!held.ok) return held
  const { locked, permit, party } = held.value
  const live = party.members.filter(isLive)
  if (live.length === 0) return refuse('cancelled')
  const details = await readDetails(db, party.id)
  // They come with somebody whom the activity is for: where those live is not asked again.
  const [compoundId] = locked.row.compound_ids
  const [neighbourhoodId] = locked.row.neighbourhood_ids
  const lives = {
    ...NOWHERE,
    ...(compoundId ? { compoundId } : {}),
    ...(neighbourhoodId ? { neighbourhoodId } : {}),
  }
  const persons = input.joining.map((person) => guestPerson(person, lives))
  const own = { registrationId: null }
  const asked = { persons, answers: details.answers, own }
  const judged = judgeJoining(locked, await readJoining(db, locked.row.id, asked), now)
  if (!judged.ok) return judged
  const { facts, joining } = judged.value
  const max = largestParty(joining.activity, locked.rules)
  if (live.length + persons.length > max) return refuse('party_too_large', { max })
  const waiting = live.filter(waits)
  const cooling = await readCooling(db, locked, [party.registrantId])
  const joinNumber = locked.row.next_join_number
  const others = facts.queue.filter(({ registrationId }) => registrationId !== party.id)
  const admission = admit(
    {
      registrationId: party.id,
      size: waiting.length + persons.length,
      joinNumber,
      inCoolDown: party.registrantId !== null && cooling.has(party.registrantId),
    },
    await judgeQueue(db, locked, others),
    locked.seats,
    joining.activity.waitlistLimit,
    locked.deadlines,
    now,
  )
  if (!admission.ok) return admission
  const { place, promotion } = admission.value
  const changes = place === 'confirmed' ? waiting.map((member) => toState(member, 'confirmed')) : []
  const act = { act: 'enlarge', by: caller.residentId, now, changes, own: party.id } as const
  await recordPromotion(db, locked, act, promotion, {
    added: persons.map(({ guestId }, index) => ({
      id: randomUUID(),
      registrationId: party.id,
      residentId: null,
      familyMemberId: null,
      guestId,
      child: joining.members[index]?.child === true,
      state: place,
    })),
    guests: persons.flatMap(({ guestId }) =>
      guestId === null
        ? []
        : [
            {
              id: guestId,
              registrationId: party.id,
              called: null,
              consent: input.consent,
              consentPost: permit.post.id,
              keeperId: details.registrantId,
            },
          ],
    ),
    row: {
      ...details,
      id: party.id,
      number: Number(party.number),
      joinNumber,
      confirmed: place === 'confirmed' || details.confirmedAt !== null,
    },
  })
  const { registration } = await readPartyFacts(db, locked.row.id, party.id)
  return accept({
    registrationId: party.id,
    number: party.number,
    headline: summaryOf(registration.members).headline,
    persons: registration.members.filter(isLive).length,
  })
}
