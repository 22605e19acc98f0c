import type { PlannedStall } from '../../../core/contract/activity/stall'
import {
  changesNothing,
  decidePlan,
  stepsTo,
  type PublicStall,
} from '../../../core/domain/activity/stall/plan'
import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { openedPhone, type PhoneSeal } from '../../gateways/sealing/phone-seal'
import { lockActivity } from '../../repositories/activity/lock-activity'
import {
  readContacts,
  readPlan,
  readStandingStalls,
  recordPlan,
  type SavedPlan,
  type StallContact,
} from '../../repositories/stall-plan'
import { changedBy, keyOf } from './standing'

export const savePlan: Handler<'stall.savePlan'> = async (input, context) => {
  const { db, now, gateways, permit, logAs } = context
  const { activityId, version, stalls } = input
  const locked = await lockActivity(db, activityId)
  if (locked === null || locked.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(locked.row))
  if (!permitted.ok) return permitted
  if (locked.row.status === 'withdrawn') return refuse('activity_withdrawn')
  if (locked.row.kind === 'workshop') return refuse('no_stalls_here')
  const saved = await readPlan(db, activityId)
  if (saved.version !== version) return refuse('plan_changed', changedBy(saved))
  const seal = gateways.phoneSeal ?? null
  if (seal === null && stalls.some(({ phone }) => phone !== null)) return refuse('phone_not_kept')
  const standing = await readStandingStalls(db, activityId)
  const decision = decidePlan(placed(stalls, saved.proposed ?? standing), standing, keyOf)
  if (!decision.ok) return decision
  const proposed = changesNothing(stepsTo(decision.value, standing, keyOf)) ? null : decision.value
  const contacts = await readContacts(db, permitted.value, activityId)
  const isSame =
    same(proposed, saved.proposed) &&
    stalls.every((stall) => sameContact(stall, contacts.get(stall.number), seal)) &&
    [...contacts.keys()].every((number) => stalls.some((stall) => stall.number === number))
  const newest = isSame
    ? version
    : await recordPlan(
        db,
        permitted.value,
        activityId,
        { proposed, contacts: stalls.flatMap((stall) => contactOf(stall, contacts, seal)) },
        now,
      )
  logAs({ record: { kind: 'activity', id: activityId }, changed: { stalls: stalls.length } })
  return accept({ version: newest, stalls: stalls.length, isWaiting: proposed !== null })
}

/** Where nothing is said of a position, the stall stays where it was saved last. */
const placed = (stalls: readonly PlannedStall[], before: readonly PublicStall[]): readonly PublicStall[] =>
  stalls.map(({ position, ...stall }) => ({
    ...stall,
    position:
      position === undefined
        ? (before.find(({ number }) => keyOf(number) === keyOf(stall.number))?.position ?? null)
        : position,
  }))

/** Whether two plans say the same, in whichever order. */
const same = (one: SavedPlan['proposed'], other: SavedPlan['proposed']): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && changesNothing(stepsTo(one, other, keyOf))

function sameContact(
  { called, phone, note }: PlannedStall,
  contact: StallContact | undefined,
  seal: PhoneSeal | null,
): boolean {
  const sealed = contact?.phoneSealed ?? null
  return (
    called === (contact?.called ?? null) &&
    note === (contact?.note ?? null) &&
    phone === (sealed === null ? null : openedPhone(seal, sealed))
  )
}

/** A number that stays is not sealed anew. */
function contactOf(
  stall: PlannedStall,
  contacts: ReadonlyMap<string, StallContact>,
  seal: PhoneSeal | null,
): readonly StallContact[] {
  const { number, called, phone, note } = stall
  if (called === null && phone === null && note === null) return []
  const before = contacts.get(number)
  if (before !== undefined && sameContact(stall, before, seal)) return [before]
  return [{ number, called, phoneSealed: phone === null ? null : (seal?.seal(phone) ?? null), note }]
}
