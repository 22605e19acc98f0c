import { decideApproval } from '../../../core/domain/activity/planning/review'
import { EDITORS } from '../../../core/domain/staff/post'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { openedPhone } from '../../gateways/sealing/phone-seal'
import { readApprovers } from '../../repositories/activity/draft'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readStalls } from '../../repositories/stall'
import { readContacts, readPlan, readStandingStalls } from '../../repositories/stall-plan'
import { keyOf, standingOf } from './standing'

/** The log has it: telephones are opened. */
export const plan: Handler<'stall.plan'> = async ({ activityId }, context) => {
  const { db, caller, now, gateways, permit } = context
  const found = await findActivity(db, activityId)
  if (found === null || found.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  const [saved, published, standing, contacts] = await Promise.all([
    readPlan(db, activityId),
    readStalls(db, activityId),
    readStandingStalls(db, activityId),
    readContacts(db, permitted.value, activityId),
  ])
  const stalls = (saved.proposed ?? standing).map((stall) => {
    const now = standing.find(({ number }) => keyOf(number) === keyOf(stall.number))
    const isHeld = now?.isHeld === true
    const contact = contacts.get(stall.number)
    return {
      number: stall.number,
      kind: stall.kind,
      name: isHeld ? now.name : stall.name,
      hours: stall.hours,
      called: contact?.called ?? null,
      phone: contact?.phoneSealed ? openedPhone(gateways.phoneSeal, contact.phoneSealed) : null,
      note: contact?.note ?? null,
      isHeld,
    }
  })
  const mayPublish = async () => {
    if (!caller.posts.some(({ role }) => EDITORS.includes(role))) return 'no' as const
    const decision = decideApproval(
      standingOf(saved),
      saved.version,
      caller.residentId,
      await readApprovers(db, now),
    )
    if (!decision.ok) return decision.refusal === 'second_person_needed' ? decision.refusal : ('no' as const)
    return decision.value.isAlone ? ('alone' as const) : ('yes' as const)
  }
  return accept({
    activityId,
    title: found.row.title,
    startsAt: toIso(found.activity.startsAt),
    version: saved.version,
    stalls,
    published,
    isWaiting: saved.proposed !== null,
    by: saved.by === null ? null : { called: saved.by.called, at: toIso(saved.by.at) },
    mayPublish: await mayPublish(),
  })
}
