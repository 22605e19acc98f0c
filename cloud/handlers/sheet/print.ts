import { placeNow } from '../../../core/domain/activity/change'
import { hasPlace } from '../../../core/domain/registration/party'
import { accept, refuse } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { latestChange } from '../../repositories/activity/change'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readCheckInMembers, type CheckInMemberRow } from '../../repositories/check-in/check-in-list'
import { recordSheet } from '../../repositories/check-in/sheets'
import { deskPermit } from '../../services/check-in/check-in-desk'

export const print: Handler<'sheet.print'> = async ({ activityId }, { db, now, permit, logAs }) => {
  const found = await findActivity(db, activityId)
  const permitted = deskPermit(found, permit)
  if (!permitted.ok) return permitted
  if (found === null) return refuse('activity_not_found')
  if (found.activity.kind === 'open') return refuse('no_registration_needed')
  const parties = new Map<string, CheckInMemberRow[]>()
  for (const member of (await readCheckInMembers(db, permitted.value, activityId)).filter(hasPlace))
    parties.set(member.registrationId, [...(parties.get(member.registrationId) ?? []), member])
  const sheetId = await recordSheet(db, permitted.value, activityId, [...parties.keys()], now)
  const persons = [...parties.values()].reduce((sum, members) => sum + members.length, 0)
  logAs({ record: { kind: 'activity', id: activityId }, changed: { persons } })
  const { row } = found
  const change = await latestChange(db, activityId)
  return accept({
    sheetId,
    title: row.title,
    place: placeNow(row.place, change?.notice ?? null).place,
    startsAt: toIso(row.starts_at),
    endsAt: toIso(row.ends_at),
    rows: [...parties.values()].map((members) => ({
      number: members[0]?.number ?? '',
      name: members.find(({ name }) => name !== null)?.name ?? null,
      persons: members.length,
    })),
  })
}
