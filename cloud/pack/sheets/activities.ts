import { TOPIC_NAMES, TOPICS, type Topic } from '../../../core/domain/activity/activity'
import type { Activity, ActivityKind, OpenActivity } from '../../../core/domain/activity/activity'
import { officeClosedOn } from '../../../core/domain/activity/planning/office-closed'
import { decidePlan, type PlanRefusal } from '../../../core/domain/activity/planning/plan'
import { DEFAULT_RULES } from '../../../core/domain/activity/rule-settings'
import { datesOf, type SeriesDate } from '../../../core/domain/activity/planning/series'
import type { OpeningZone } from '../../../core/domain/office/office'
import { addDays, instantAt, toIso, weekday, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import { ACCESS_ANSWERS } from '../cells/access-answers'
import {
  flaw,
  read,
  readChoice,
  readDay,
  readPhone,
  readWhole,
  readYesNo,
  split,
  type Reading,
} from '../cells/cell-values'
import { readOpenings } from '../cells/opening-text'
import type { Register } from '../cells/register'
import type { Sheet, SheetForm } from '../cells/sheet'
import type { SheetRow } from '../cells/sheet-row'
import type { ActivityRow } from '../pack'

export const activitiesForm = {
  file: 'activities.csv',
  columns: [
    '编号',
    '名称',
    '类型',
    '属于',
    '主题',
    '主办',
    '地点',
    '会客厅',
    '日期',
    '时间',
    '每周至',
    '不办的日子',
    '休息日照办',
    '名额',
    '候补上限',
    '适合',
    '最小年龄',
    '最大年龄',
    '带什么',
    '介绍',
    '厕所',
    '母婴室',
    '饮水',
    '服务台电话',
    '示例',
  ],
  cameLater: ['不办的日子', '休息日照办'],
} as const satisfies SheetForm<string>
type Column = (typeof activitiesForm.columns)[number]
type Row = SheetRow<Column>

export const ACTIVITY_KIND_WORDS: Readonly<Record<string, ActivityKind>> = {
  要报名: 'registered',
  直接来: 'open',
  工作坊: 'workshop',
}
const TOPIC_WORDS: Readonly<Record<string, Topic>> = Object.fromEntries(
  TOPICS.map((topic) => [TOPIC_NAMES[topic], topic]),
)

/** More than two years of weeks in one row is a slip of the keyboard. */
const LONGEST_SERIES = 110
const MOST_SEATS = 10_000

const REASONS: Readonly<Partial<Record<PlanRefusal, readonly [Column, string]>>> = {
  outside_open_activity: ['时间', '工作坊要在它所属活动的时间之内，而且那一天要有那场活动'],
  capacity_too_small: ['名额', '不能空着：要报名的活动和工作坊都要写名额'],
  ages_reversed: ['最小年龄', '比最大年龄还大'],
}

export interface ActivitySurroundings {
  readonly activities: Register
  readonly offices: Register
  /** Of the main zone of each office. */
  readonly zones: ReadonlyMap<string, OpeningZone>
  /** The name of a public holiday; `null` on other days. */
  readonly holidayOn: (day: ShanghaiDay) => string | null
}

/** One row for each date; a weekly series gives each its day at the end of the id. */
export function readActivities(
  sheet: Sheet<Column>,
  surroundings: ActivitySurroundings,
): readonly ActivityRow[] {
  const rows = sheet.rows.map((row) => ({ row, dates: readDates(row), plan: readPlan(row, surroundings) }))
  for (const { row, dates, plan } of rows) refuseClosedDates(row, dates, plan, surroundings)
  const wholes = new Map(
    rows.filter(({ plan }) => plan.kind === 'open').map((one) => [one.row.raw('编号'), one]),
  )
  return rows.flatMap(({ row, dates, plan }) =>
    dates.map((date) => {
      const whole = plan.wholeId === null ? undefined : wholes.get(plan.wholeId)
      const within = whole?.dates.find(({ day }) => day === date.day) ?? null
      const activity = activityRow(
        row,
        plan,
        date,
        within === null || !whole ? null : idOf(whole.row, within),
      )
      refuseBadPlan(row, activity, date, within)
      return activity
    }),
  )
}

type Plan = ReturnType<typeof readPlan>

function readPlan(row: Row, { activities, offices }: Pick<ActivitySurroundings, 'activities' | 'offices'>) {
  const kind = row.required('类型', (text) => readChoice(text, ACTIVITY_KIND_WORDS)) ?? 'open'
  const wholeId = row.reference('属于', activities)
  if (wholeId !== null && kind !== 'workshop') row.refuse('属于', '只有工作坊才属于一场活动，这里要空着')
  if (kind === 'open' && !row.isEmpty('名额')) row.refuse('名额', '不用报名的活动没有名额，这里要空着')
  const answer = (column: Column) =>
    row.optional(column, (text) => readChoice(text, ACCESS_ANSWERS)) ?? 'unverified'
  const age = (column: Column) => row.optional(column, (text) => readWhole(text, 0, 120))
  return {
    kind,
    wholeId: kind === 'workshop' ? wholeId : null,
    topic: row.required('主题', (text) => readChoice(text, TOPIC_WORDS)) ?? 'other',
    host: row.text('主办', 40),
    place: row.requiredText('地点', 40),
    officeId: row.reference('会客厅', offices),
    capacity: kind === 'open' ? null : row.optional('名额', (text) => readWhole(text, 1, MOST_SEATS)),
    waitlistLimit:
      row.optional('候补上限', (text) => readWhole(text, 0, 1_000)) ?? DEFAULT_RULES.waitlistParties,
    forWhom: row.text('适合', 60),
    minAge: age('最小年龄'),
    maxAge: age('最大年龄'),
    bring: row.text('带什么', 100),
    about: row.text('介绍', 400),
    toilet: answer('厕所'),
    babyRoom: answer('母婴室'),
    drinkingWater: answer('饮水'),
    servicePhone: row.optional('服务台电话', readPhone),
    sample: row.optional('示例', readYesNo) ?? false,
  }
}

/** 9:00-11:00: one span, on the day and each week after it until 每周至, both days included. */
function readDates(row: Row): readonly SeriesDate[] {
  const day = row.required('日期', readDay)
  const span = row.required('时间', readSpan)
  const until = row.optional('每周至', readDay)
  if (day === null || span === null) return []
  const [startMinute, endMinute] = span
  const without = readWithout(row)
  if (until === null) {
    if (without.length > 0) row.refuse('不办的日子', '只有每周一次的活动才有，这里要空着')
    return [{ day, startsAt: instantAt(day, startMinute), endsAt: instantAt(day, endMinute) }]
  }
  const series = { weekday: weekday(day), everyWeeks: 1, from: day, until: addDays(until, 1) }
  const all = datesOf({ ...series, startMinute, endMinute, without: [] })
  const dates = datesOf({ ...series, startMinute, endMinute, without })
  for (const left of without.filter((one) => all.every((date) => date.day !== one)))
    row.refuse('不办的日子', `“${left}”不是这一串活动里的日子，本来就不办`)
  if (all.length === 0) row.refuse('每周至', `“${row.raw('每周至')}”比日期还早`)
  else if (dates.length === 0) row.refuse('不办的日子', '每一场都不办了；不办的活动请删去这一行')
  if (dates.length > LONGEST_SERIES) {
    row.refuse('每周至', `从日期到“${row.raw('每周至')}”有 ${dates.length} 周，最多 ${LONGEST_SERIES} 周`)
    return []
  }
  return dates
}

/** 2026-10-01、2026-10-08. */
function readWithout(row: Row): readonly ShanghaiDay[] {
  return split(row.raw('不办的日子')).flatMap((part) => {
    const day = readDay(part)
    if ('value' in day) return [day.value]
    row.refuse('不办的日子', day.flaw)
    return []
  })
}

/** What registers on a day on which its office is closed is said, and the editor decides. */
function refuseClosedDates(
  row: Row,
  dates: readonly SeriesDate[],
  { officeId }: Plan,
  { zones, holidayOn }: ActivitySurroundings,
): void {
  const takesPlace = row.optional('休息日照办', readYesNo) ?? false
  const zone = zones.get(officeId ?? '')
  if (zone === undefined || takesPlace) return
  const holidays = dates.map(({ day }) => day).filter((day) => holidayOn(day) !== null)
  const closed = dates.flatMap((date) => {
    const why = officeClosedOn(zone, { holidays }, date)
    if (why === null) return []
    const reason = why.kind === 'holiday' ? holidayOn(date.day) : (why.note ?? '另定的时间')
    return [`${date.day}（${reason}）`]
  })
  if (closed.length === 0) return
  const wayOut = row.isEmpty('每周至') ? '' : '不办，就写进“不办的日子”；'
  row.refuse('日期', `会客厅那天休息：${closed.join('、')}。${wayOut}照办，就在“休息日照办”填“是”`)
}

function readSpan(text: string): Reading<readonly [number, number]> {
  const openings = readOpenings(text)
  if ('flaw' in openings) return openings
  const [only, second] = openings.value
  return only === undefined || second !== undefined
    ? flaw(`“${text}”要写成一段，例如 9:00-11:00`)
    : read([only[0], only[1]])
}

const isSeries = (row: Row): boolean => !row.isEmpty('每周至')

/** The id of one date; a series has many. */
export const idOf = (row: SheetRow<'编号' | '每周至'>, { day }: Pick<SeriesDate, 'day'>): string =>
  row.isEmpty('每周至') ? row.raw('编号') : `${row.raw('编号')}-${day.replaceAll('-', '')}`

function activityRow(row: Row, plan: Plan, date: SeriesDate, partOf: string | null): ActivityRow {
  const day: ShanghaiDay | null = isSeries(row) ? date.day : null
  return {
    id: idOf(row, date),
    kind: plan.kind,
    status: 'published',
    origin: 'pack',
    topic: plan.topic,
    title: row.raw('名称'),
    about: plan.about,
    bring: plan.bring,
    host: plan.host,
    for_whom: plan.forWhom,
    place: plan.place,
    office_id: plan.officeId,
    part_of: partOf,
    series_id: day === null ? null : row.raw('编号'),
    series_day: day,
    sample: plan.sample,
    starts_at: toIso(date.startsAt),
    ends_at: toIso(date.endsAt),
    capacity: plan.capacity,
    waitlist_limit: plan.waitlistLimit,
    min_age: plan.minAge,
    max_age: plan.maxAge,
    toilet: plan.toilet,
    baby_room: plan.babyRoom,
    drinking_water: plan.drinkingWater,
    service_phone: plan.servicePhone,
  }
}

/** What staff may not enter, the pack may not either. */
function refuseBadPlan(row: Row, activity: ActivityRow, date: SeriesDate, within: SeriesDate | null): void {
  const { startsAt, endsAt } = date
  const occurrence = { id: activity.id, status: 'draft', startsAt, endsAt } as const
  const plan: Activity =
    activity.kind === 'open'
      ? { ...occurrence, kind: 'open' }
      : {
          ...occurrence,
          kind: activity.kind,
          capacity: activity.capacity ?? 0,
          opensAt: null,
          closesAt: null,
          audience: {
            minAge: activity.min_age,
            maxAge: activity.max_age,
            compoundIds: [],
            neighbourhoodIds: [],
          },
          questions: [],
          waitlistLimit: activity.waitlist_limit,
          coolDown: false,
        }
  const whole: OpenActivity | null =
    within === null ? null : { id: '', kind: 'open', status: 'draft', ...within }
  const decision = decidePlan(plan, whole, DEFAULT_RULES)
  const reason = decision.ok ? undefined : REASONS[decision.refusal]
  if (reason !== undefined) row.refuse(...reason)
}
