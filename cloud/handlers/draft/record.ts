import { EDITORS } from '../../../core/domain/staff/post'
import { placeNow } from '../../../core/domain/activity/change'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { latestChange } from '../../repositories/activity/change'
import { readCorrections } from '../../repositories/activity/correction'
import { readApprovers } from '../../repositories/activity/draft'
import { findActivity } from '../../repositories/activity/lock-activity'
import { countWaitingParties } from '../../repositories/activity/pages'
import { contentOf, readComing, readParts, wasPublishedAlone } from '../../repositories/activity/records'
import { readNames } from '../../repositories/names'

export const record: Handler<'draft.record'> = async ({ activityId }, { db, caller, now, permit }) => {
  const found = await findActivity(db, activityId)
  if (found === null || found.row.status === 'draft') return refuse('activity_not_found')
  const { row } = found
  const permitted = permit(placeOfActivity(row))
  if (!permitted.ok) return permitted
  const [change, waitingParties, parts, others, corrections, approvers, names, wasAlone] = await Promise.all([
    latestChange(db, activityId),
    countWaitingParties(db, activityId),
    readParts(db, activityId),
    readComing(db, row, now),
    readCorrections(db, activityId),
    readApprovers(db, now),
    readNames(db, row.office_id === null ? [] : [row.office_id]),
    wasPublishedAlone(db, activityId),
  ])
  const isEditor = caller.posts.some(({ role }) => EDITORS.includes(role))
  const isAlone = approvers.every((account) => account === caller.residentId)
  const shownAs = found.isPublic ? 'published' : 'scheduled'
  return accept({
    activityId,
    version: row.version,
    status: row.status === 'withdrawn' ? 'withdrawn' : shownAs,
    publishedFrom: row.published_from === null ? null : toIso(row.published_from),
    content: contentOf(row, parts),
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    office: row.office_id === null ? null : (names[row.office_id] ?? null),
    placeNow: placeNow(row.place, change?.notice ?? null).place,
    change: change?.notice ?? null,
    seats: row.capacity === null ? null : { inUse: row.seats_in_use, capacity: row.capacity },
    waitingParties,
    others: others.map(({ id, starts_at }) => ({ activityId: id, startsAt: toIso(starts_at) })),
    partOf: row.part_of,
    corrections: corrections.map(({ id, called, at, by, before, after, lookedBy }) => ({
      correctionId: id,
      by: { called, at: toIso(at) },
      before,
      after,
      lookedBy,
      mayLook: lookedBy === null && isEditor && (by !== caller.residentId || isAlone),
    })),
    wasAlone,
  })
}
