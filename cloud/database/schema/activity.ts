import type { Generated, JSONColumnType } from 'kysely'
import type { Topic } from '../../../core/contract/activity/activity-page'
import type { ActivityKind, ActivityStatus } from '../../../core/domain/activity/activity'
import type { ChangeWish } from '../../../core/domain/activity/change'
import type { Question } from '../../../core/domain/activity/entry/questions'
import type { StallState } from '../../../core/domain/activity/stall/stall'
import type { AccessAnswer } from '../../../core/domain/office/office'
import type { ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Moment, NullableMoment } from './columns'

/** An activity; an occurrence of a series is one of its own. */
export interface ActivityTable {
  /** A slug of the data pack, or one made by chance for what staff enters. */
  id: string
  kind: ActivityKind
  status: ActivityStatus
  /** The data pack only ever touches its own. */
  origin: 'pack' | 'staff'
  topic: Topic
  title: string
  about: string | null
  bring: string | null
  host: string | null
  for_whom: string | null
  /** Where, as people say it; the office beside it where it takes place in one. */
  place: string
  office_id: string | null
  /** The open activity that a workshop belongs to; null for all others (CHECK). */
  part_of: string | null
  series_id: string | null
  series_day: ShanghaiDay | null
  /** 示例: made up to show how it looks. */
  sample: boolean
  starts_at: Moment
  ends_at: Moment
  opens_at: NullableMoment
  closes_at: NullableMoment
  /** Persons; null exactly for open activities (CHECK). */
  capacity: number | null
  /** `0 ≤ in use ≤ capacity` (CHECK); changed only under the lock of this row. */
  seats_in_use: Generated<number>
  next_join_number: Generated<number>
  waitlist_limit: Generated<number>
  cool_down: Generated<boolean>
  min_age: number | null
  max_age: number | null
  compound_ids: string[]
  neighbourhood_ids: string[]
  questions: JSONColumnType<readonly Question[]>
  step_free: AccessAnswer
  ramp: AccessAnswer
  lift: AccessAnswer
  accessible_toilet: AccessAnswer
  hearing_loop: AccessAnswer
  door_width_cm: number | null
  access_verified_on: ShanghaiDay | null
  toilet: AccessAnswer
  baby_room: AccessAnswer
  drinking_water: AccessAnswer
  service_phone: string | null
  /** When staff closed the roll; null before. */
  roll_closed_at: NullableMoment
  /** Set when staff changed the row: the data pack never overwrites it afterwards. */
  edited_at: NullableMoment
}

/** Append-only: what staff did to an activity. */
export interface ActivityHistoryTable {
  id: Generated<number>
  activity_id: string
  act:
    | 'saved'
    | 'submitted'
    | 'approved'
    | 'withdrawn'
    | 'capacity'
    | 'opened-list'
    | 'opened-person'
    | 'roll-closed'
    | 'roll-corrected'
  detail: JSONColumnType<object>
  at: Moment
  by_resident: string | null
}

/** Append-only: what pages say since when (F82); the latest one counts. */
export interface ActivityChangeTable {
  id: Generated<number>
  activity_id: string
  kind: ChangeWish['kind']
  place: string | null
  decision_at: NullableMoment
  former_starts_at: NullableMoment
  at: Moment
  by_resident: string | null
}

export interface StallTable {
  id: Generated<string>
  activity_id: string
  number: string
  kind: string
  /** What stands on its sign; null while nobody has it. */
  name: string | null
}

export interface StallApplicationTable {
  id: Generated<string>
  activity_id: string
  /** Null once erased. */
  applicant_id: string | null
  kind: string
  offer: string
  state: StallState
  /** Set exactly while `assigned` (CHECK). */
  stall_id: string | null
  applied_at: Moment
}

export interface ActivityTables {
  activity: ActivityTable
  activity_history: ActivityHistoryTable
  activity_change: ActivityChangeTable
  stall: StallTable
  stall_application: StallApplicationTable
}
