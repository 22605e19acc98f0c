import { perhapsTheSame } from '../../../core/domain/registration/joining/guest'
import { isLive, summaryOf } from '../../../core/domain/registration/party'
import { refuse } from '../../../core/kernel/result'
import type { Handler, HandlerContext } from '../../app/handler'
import type { Permit } from '../../app/permit'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { findNeighbourhoodOf } from '../../repositories/directory'
import { readCounterParties, type CounterPartyRow } from '../../repositories/registration/counter'
import { guestPerson, lockForStaff } from '../../services/registration/counter-party'
import { joinQueue, judgeJoining, readJoining } from '../../services/registration/join-queue'

type Context = HandlerContext<'counter.register'>

export const register: Handler<'counter.register'> = async (input, context) => {
  const { db, caller, now, gateways } = context
  const { compoundId, sameAs = null } = input
  const held = await lockForStaff(db, input.activityId, context.permit)
  if (!held.ok) return held
  const { locked, permit } = held.value
  const known = await knownParties(context, permit, input.activityId)
  const again = sameAs === null ? null : known.find(({ registrationId }) => registrationId === sameAs)
  if (again === undefined || again?.byStaff === false) return refuse('registration_not_found')
  const lives = {
    compoundId,
    neighbourhoodId: compoundId === null ? null : await findNeighbourhoodOf(db, compoundId),
  }
  const earlierGuestIds = again?.members.flatMap(({ guestId }) => guestId ?? []) ?? []
  const persons = input.party.map((person, index) => guestPerson(person, lives, earlierGuestIds[index]))
  const answers = Object.fromEntries(input.answers.map(({ questionId, answer }) => [questionId, answer]))
  const asked = { persons, answers, own: { registrationId: sameAs } }
  const judged = judgeJoining(locked, await readJoining(db, input.activityId, asked), now)
  if (!judged.ok) return judged
  // Whoever dropped out of a party that still stands comes back to it (`counter.enlarge`): they are one registration.
  const still = again?.members.filter(isLive) ?? []
  if (still.length > 0)
    return refuse('already_registered', { persons: still.flatMap(({ guestId }) => guestId ?? []) })
  if (input.phone !== null && !gateways.phoneSeal) return refuse('phone_not_kept')
  const perhaps = again === null && input.another !== true ? perhapsTheSame(input, known) : []
  if (perhaps.length > 0) return refuse('guest_known', { known: perhaps.map(inFewWords) })
  const [named] = persons
  return joinQueue(db, locked, judged.value, {
    by: caller.residentId,
    registrantId: null,
    now,
    helpWanted: input.helpWanted,
    telling: input.phone === null ? 'none' : 'phone',
    phoneSealed: input.phone === null ? null : (gateways.phoneSeal?.seal(input.phone) ?? null),
    keep: (registrationId, guestIds) =>
      guestIds.map((id) => ({
        id,
        registrationId,
        called: id === named?.guestId ? input.called : null,
        consent: input.consent,
        consentPost: permit.post.id,
        keeperId: null,
      })),
  })
}

/** All parties of the activity, with what tells one guest from another. */
async function knownParties({ db, gateways }: Context, permit: Permit, activityId: string) {
  const rows = await readCounterParties(db, permit, activityId)
  return rows.map((row) => ({
    ...row,
    names: row.members.flatMap(({ name }) => name ?? []),
    phone: row.phoneSealed === null ? null : openedPhone(gateways.phoneSeal, row.phoneSealed),
  }))
}

/** By number and size, never by name: the answer is kept for a repeat. */
const inFewWords = ({ registrationId, number, members, byStaff }: CounterPartyRow) => ({
  registrationId,
  number,
  byStaff,
  persons: members.filter(isLive).length,
  headline: summaryOf(members).headline,
})
