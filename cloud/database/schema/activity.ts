import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Topic } from '../../../core/domain/activity/activity'
import type { ActivityKind, ActivityStatus } from '../../../core/domain/activity/activity'
import type { ChangeRequest } from '../../../core/domain/activity/change'
import type { Question } from '../../../core/domain/activity/entry/questions'
import type { ProposedStall } from '../../../core/domain/activity/stall/plan'
import type { StallState } from '../../../core/domain/activity/stall/stall'
import type { AccessAnswer } from '../../../core/domain/office/office'
import type { CallOutcome } from '../../../core/domain/registration/messages/call'
import type { Instant, ShanghaiDay } from '../../../core/kernel/shanghai-time'
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
  /** Before it residents know nothing of the row; null means always. */
  published_from: ColumnType<Instant | null, Date | null | undefined, Date | null>
  /** Name of a file, and what is to be seen on it. */
  photo: Generated<string | null>
  photo_alt: Generated<string | null>
  /** Counts what staff changed in the words of the row. */
  version: Generated<number>
}

/** What somebody writes and another one approves; once approved it stays as what was looked at. */
export interface DraftTable {
  id: Generated<string>
  kind: 'activity' | 'article'
  /** The row that it becomes; of a weekly series the series. At most one draft of it is open (unique). */
  record_id: string
  office_id: string | null
  version: Generated<number>
  content: JSONColumnType<object>
  /** The version of the public row that it began with; null where nothing is public yet. */
  base_version: number | null
  state: 'writing' | 'handed_in' | 'approved'
  publish_at: NullableMoment
  /** The post that wrote it last, or handed it in. */
  by_post: string
  at: Moment
  sent_back_word: string | null
  sent_back_by: string | null
  /** How it read when it was sent back last, with what was said; stays when it is handed in anew. */
  sent_back_as: ColumnType<object | null, string | null | undefined, string | null>
  approved_by: string | null
  approved_at: NullableMoment
  /** 单人发布: nobody else could have approved it. */
  is_alone: Generated<boolean>
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
  kind: ChangeRequest['kind']
  place: string | null
  decision_at: NullableMoment
  former_starts_at: NullableMoment
  former_ends_at: ColumnType<Instant | null, Date | null | undefined, Date | null>
  /** 补一句, beside what the rest of the row says again. */
  note: ColumnType<string | null, string | null | undefined, string | null>
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
  /** Minutes of the day; null where nobody said. */
  from_minute: Generated<number | null>
  to_minute: Generated<number | null>
  /** Where on the plan, of its width and height; both or neither (CHECK). */
  plan_x: Generated<number | null>
  plan_y: Generated<number | null>
}

/** As it lies in the database; what waited when positions came has none. */
export type StoredProposal = Omit<ProposedStall, 'position'> & Partial<Pick<ProposedStall, 'position'>>

/** What staff saved of a market's stalls, and who last; `proposed` waits for a second person. */
export interface StallPlanTable {
  activity_id: string
  version: number
  proposed: ColumnType<readonly StoredProposal[] | null, string | null, string | null>
  by_post: string
  at: Moment
}

/** Whom to ring about a stall; staff only, forgotten 30 days after the market. */
export interface StallContactTable {
  id: Generated<string>
  activity_id: string
  number: string
  called: string | null
  phone_sealed: Buffer | null
  note: string | null
}

/** Somebody with stalls who has to be told of the latest change of their market; columns as those of `message`. */
export interface StallCallTable {
  id: Generated<number>
  activity_id: string
  change_id: number
  numbers: string[]
  called_at: ColumnType<Instant | null, Date | null | undefined, Date | null>
  call_post_id: ColumnType<string | null, string | null | undefined, string | null>
  call_held_until: ColumnType<Instant | null, Date | null | undefined, Date | null>
  call_outcome: ColumnType<CallOutcome | null, CallOutcome | null | undefined, CallOutcome | null>
  /** 没人接: when to try again. */
  call_again_at: ColumnType<Instant | null, Date | null | undefined, Date | null>
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

/** 修订: what 改错 changed in the words of a public activity, both wordings. */
export interface CorrectionTable {
  id: Generated<string>
  activity_id: string
  before: JSONColumnType<object>
  after: JSONColumnType<object>
  by_post: string
  at: Moment
  looked_by: string | null
  looked_at: NullableMoment
}

export interface ActivityTables {
  activity: ActivityTable
  correction: CorrectionTable
  draft: DraftTable
  activity_history: ActivityHistoryTable
  activity_change: ActivityChangeTable
  stall: StallTable
  stall_application: StallApplicationTable
  stall_plan: StallPlanTable
  stall_contact: StallContactTable
  stall_call: StallCallTable
}
