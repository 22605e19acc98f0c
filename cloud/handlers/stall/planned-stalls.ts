import type { Kysely } from 'kysely'
import type { StallPlan } from '../../../core/contract/activity/stall'
import type { Schema } from '../../database/schema'
import type { Permit } from '../../app/permit'
import { openedPhone, type PhoneSeal } from '../../gateways/sealing/phone-seal'
import { readContacts, readStandingStalls, type SavedPlan } from '../../repositories/stall-plan'
import { keyOf } from './standing'

/** The stalls of a market as they were saved last, also where residents do not see them yet, with whom to ring. */
export async function readPlannedStalls(
  db: Kysely<Schema>,
  permit: Permit,
  seal: PhoneSeal | null | undefined,
  activityId: string,
  saved: SavedPlan,
): Promise<StallPlan['stalls']> {
  const [standing, contacts] = await Promise.all([
    readStandingStalls(db, activityId),
    readContacts(db, permit, activityId),
  ])
  return (saved.proposed ?? standing).map((stall) => {
    const now = standing.find(({ number }) => keyOf(number) === keyOf(stall.number))
    const isHeld = now?.isHeld === true
    const contact = contacts.get(stall.number)
    return {
      number: stall.number,
      kind: stall.kind,
      name: isHeld ? now.name : stall.name,
      hours: stall.hours,
      position: stall.position,
      called: contact?.called ?? null,
      phone: contact?.phoneSealed ? openedPhone(seal, contact.phoneSealed) : null,
      note: contact?.note ?? null,
      isHeld,
    }
  })
}
