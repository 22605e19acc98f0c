import { randomBytes } from 'node:crypto'
import type { Input } from '../../../core/contract'
import type { Activity, OpenActivity } from '../../../core/domain/activity/activity'
import { decidePlan } from '../../../core/domain/activity/planning/plan'
import { datesOf } from '../../../core/domain/activity/planning/series'
import { accept, refuse } from '../../../core/kernel/result'
import {
  addDays,
  instant,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  weekday,
  type ShanghaiDay,
} from '../../../core/kernel/shanghai-time'
import type { Handler, HandlerContext } from '../../app/handler'
import { findActivity, lockActivity } from '../../repositories/activity/lock-activity'
import { readRules } from '../../repositories/activity/rules'
import {
  recordDraft,
  recordStaffAct,
  unknownPlaces,
  type Draft,
  type Plan,
  type Times,
} from '../../repositories/activity/staff-acts'

type Context = HandlerContext<'activity.save'>

/** More than a year of weeks is a slip of the keyboard. */
const LONGEST_SERIES = 60
const ID_BYTES = 8

const newId = (): string => randomBytes(ID_BYTES).toString('hex')

export const save: Handler<'activity.save'> = async (input, context) => {
  const { db, caller, now } = context
  const { plan, activityId } = input
  if (activityId !== null) {
    const locked = await lockActivity(db, activityId)
    if (locked === null) return refuse('activity_not_found')
    if (locked.row.status !== 'draft') return refuse('already_published')
  }
  const unknown = await unknownPlaces(db, plan)
  if (unknown.office) return refuse('office_not_found')
  if (unknown.compounds.length > 0) return refuse('compound_not_found', { compounds: unknown.compounds })
  if (unknown.neighbourhoods.length > 0)
    return refuse('neighbourhood_not_found', { neighbourhoods: unknown.neighbourhoods })
  const drafts = draftsOf(input)
  if (drafts.length === 0 || drafts.length > LONGEST_SERIES)
    return refuse('series_too_long', { max: LONGEST_SERIES })
  const refusal = await refusalOf(context, plan, drafts)
  if (refusal !== null) return refusal
  for (const draft of drafts) {
    await recordDraft(db, plan, draft, now)
    await recordStaffAct(db, draft.id, 'saved', caller.residentId, now)
  }
  return accept({ activityIds: drafts.map(({ id }) => id) })
}

/** The first reason against any of the drafts. */
async function refusalOf({ db }: Context, plan: Plan, drafts: readonly Draft[]) {
  const rules = await readRules(db)
  const whole = plan.partOf === null ? null : await findActivity(db, plan.partOf)
  const within = whole?.activity.kind === 'open' ? whole.activity : null
  for (const draft of drafts) {
    const decision = decidePlan(plannedActivity(plan, draft), within satisfies OpenActivity | null, rules)
    if (!decision.ok) return decision
  }
  return null
}

function plannedActivity(plan: Plan, draft: Draft): Activity {
  const { id, startsAt, endsAt, opensAt, closesAt } = draft
  const occurrence = { id, status: 'draft', startsAt, endsAt } as const
  if (plan.kind === 'open') return { ...occurrence, kind: 'open' }
  const { minAge, maxAge, compoundIds, neighbourhoodIds } = plan
  return {
    ...occurrence,
    kind: plan.kind,
    capacity: plan.capacity ?? 0,
    opensAt,
    closesAt,
    audience: { minAge, maxAge, compoundIds, neighbourhoodIds },
    questions: plan.questions.map((question) => ({ ...question })),
    waitlistLimit: plan.waitlistLimit,
    coolDown: plan.coolDown,
  }
}

/** One draft, or one for each week of a new series; a draft that was there before stays one. */
function draftsOf({ activityId, plan, repeat }: Input<'activity.save'>): readonly Draft[] {
  const first = timesOf(plan)
  if (activityId !== null || repeat === null) return [{ ...first, id: activityId ?? newId(), series: null }]
  const from = shanghaiDay(first.startsAt)
  const startMinute = minuteOfDay(first.startsAt)
  const seriesId = newId()
  const dates = datesOf({
    weekday: weekday(from),
    everyWeeks: repeat.everyWeeks,
    from,
    until: addDays(repeat.until as ShanghaiDay, 1),
    startMinute,
    endMinute: startMinute + (first.endsAt - first.startsAt) / 60_000,
    without: [],
  })
  return dates.map(({ day, startsAt, endsAt }) => ({
    ...shifted(first, startsAt - first.startsAt),
    startsAt,
    endsAt,
    id: `${seriesId}-${day.replaceAll('-', '')}`,
    series: { id: seriesId, day },
  }))
}

/** An open activity has neither opening nor closing. */
function timesOf({ kind, startsAt, endsAt, opensAt, closesAt }: Plan): Times {
  const moment = (text: string | null) => (text === null || kind === 'open' ? null : parseInstant(text))
  return {
    startsAt: parseInstant(startsAt),
    endsAt: parseInstant(endsAt),
    opensAt: moment(opensAt),
    closesAt: moment(closesAt),
  }
}

const shifted = ({ startsAt, endsAt, opensAt, closesAt }: Times, by: number): Times => ({
  startsAt: instant(startsAt + by),
  endsAt: instant(endsAt + by),
  opensAt: opensAt === null ? null : instant(opensAt + by),
  closesAt: closesAt === null ? null : instant(closesAt + by),
})
