import { rollClosableFrom } from '../../../core/domain/activity/deadlines'
import { EDITORS, WAITING_SHOWN } from '../../../core/domain/staff/post'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readApprovers } from '../../repositories/activity/draft'
import { readRules } from '../../repositories/activity/rules'
import { readRolls } from '../../repositories/check-in/rolls'
import {
  readChangedToday,
  readDraftsToApprove,
  readOldWords,
  readSilentScreens,
  readUnpublishedPlans,
  readUnseenCorrections,
} from '../../repositories/waiting'
import { missingYear } from '../../services/calendar'

export const waiting: Handler<'staff.waiting'> = async (_input, { db, caller, now, reach, gateways }) => {
  const isEditor = caller.posts.some(({ role }) => EDITORS.includes(role))
  const rules = await readRules(db)
  const approvers = await readApprovers(db, now)
  const isAlone = approvers.every((account) => account === caller.residentId)
  // What somebody wrote themselves waits for them only where nobody else can look at it.
  const notBy = isAlone ? null : caller.residentId
  const missing = isEditor ? await missingYear({ db, gateways }, now) : null
  const rolls = await readRolls(db, reach, now, rules)
  return accept({
    drafts: isEditor ? await readDraftsToApprove(db, reach, notBy) : [],
    corrections: isEditor ? await readUnseenCorrections(db, reach, notBy) : [],
    plans: isEditor ? await readUnpublishedPlans(db, reach, notBy, now) : [],
    changed: await readChangedToday(db, reach, now),
    rolls: rolls
      .filter(({ closedAt, ...times }) => closedAt === null && rollClosableFrom(times, rules) <= now)
      .slice(0, WAITING_SHOWN)
      .map(({ activityId, title, startsAt }) => ({ activityId, title, startsAt: toIso(startsAt) })),
    words: await readOldWords(db, isEditor, now),
    holidays: missing === null ? [] : [{ year: missing }],
    screens: await readSilentScreens(db, reach, now),
  })
}
