import type { ActivitySummary, PreviewedPage } from '../../../core/contract/activity/activity-page'
import type { DraftContent } from '../../../core/contract/activity/draft'
import { missingOf, planSoFar, type PlannedDate } from '../../../core/domain/activity/planning/draft'
import type { RuleSettings } from '../../../core/domain/activity/rule-settings'
import { accept } from '../../../core/kernel/result'
import { instant, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfOffice } from '../../app/permit'
import { rowsToBe } from '../../repositories/activity/draft'
import { activityWithNumbers } from '../../repositories/activity/lock-activity'
import { summaryOf } from '../../repositories/activity/pages'
import { readRules } from '../../repositories/activity/rules'
import { pageOf } from './page-of'

export const preview: Handler<'activity.preview'> = async (input, { db, permit }) => {
  const plan = { ...input.plan, photo: input.plan.photo ?? null }
  const permitted = permit(placeOfOffice(plan.officeId))
  if (!permitted.ok) return permitted
  return accept({ page: previewOf(plan, await readRules(db)), missing: missingOf(plan) })
}

/** An id is made once a draft is kept: nothing public begins like this one. */
const ID = 'preview'

/** Stands where no date is written, and is taken out of what is answered. */
const NO_DATE: PlannedDate = {
  key: '2000-01-01' as ShanghaiDay,
  day: '2000-01-01' as ShanghaiDay,
  startsAt: instant(0),
  endsAt: instant(0),
  opensAt: null,
  closesAt: null,
  workshops: [],
}

function previewOf(plan: DraftContent, rules: RuleSettings): PreviewedPage {
  const { draft, date } = planSoFar(plan)
  const hasSeats = draft.kind === 'open' || draft.capacity !== null
  // An activity without seats is an open one: any number will do until one is written.
  const [row, ...workshops] = rowsToBe(ID, hasSeats ? draft : { ...draft, capacity: 1 }, date ?? NO_DATE)
  if (row === undefined) throw new Error('a date becomes no row')
  const page = pageOf(activityWithNumbers(row, rules), {
    change: null,
    waitingParties: 0,
    // With all seats free.
    workshops: workshops
      .map((part) => summaryOf({ ...part, free: part.capacity, change: null }))
      .sort(byStart),
    stalls: [],
  })
  const timed =
    date === null ? { ...page, startsAt: null, endsAt: null, checkInFrom: null, checkInUntil: null } : page
  return {
    ...timed,
    terms: page.terms && {
      ...page.terms,
      ...(hasSeats ? {} : { capacity: null, free: null, largestParty: null }),
      ...(date === null ? { opensAt: null, closesAt: null, promotionEndsAt: null } : {}),
    },
  }
}

/** As the list of workshops is read. */
const byStart = (one: ActivitySummary, other: ActivitySummary): number => {
  const [first, second] = [`${one.startsAt} ${one.id}`, `${other.startsAt} ${other.id}`]
  return first < second ? -1 : 1
}
