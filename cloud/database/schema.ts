import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { CheckedHow } from '../../core/domain/office/checked'
import type { AccessAnswer, Office } from '../../core/domain/office/office'
import type { Instant, ShanghaiDay } from '../../core/kernel/shanghai-time'
import type { ActivityTables } from './schema/activity'
import type { CheckInTables } from './schema/check-in'
import type { Editable } from './schema/columns'
import type { FileTables } from './schema/file'
import type { LifeCircleTables } from './schema/life-circle'
import type { NewsTables } from './schema/news'
import type { SuggestionTables } from './schema/suggestion'
import type { RegistrationTables } from './schema/registration'
import type { SearchTables } from './schema/search'
import type { StaffTables } from './schema/staff'

/** `timestamptz`: read as milliseconds since epoch (`Instant`), written as a `Date`. */
type Moment = ColumnType<Instant, Date, Date>
type NullableMoment = ColumnType<Instant | null, Date | null, Date | null>
type DefaultMoment = ColumnType<Instant, Date | undefined, Date>

interface Position {
  longitude: number | null
  latitude: number | null
}

/** One row: what this database was created for, and how far a demonstration's clock is moved. */
export interface DatabaseModeTable {
  single: Generated<boolean>
  is_demo: boolean
  /** Milliseconds added to the server's clock; 0 unless `is_demo` (CHECK). */
  clock_offset_ms: Generated<number>
  /** The same in a restored copy: by it a list of erasures is known to belong to a backup. */
  id: Generated<string>
}

/** Whose records were erased and when; the ids lead to nobody. */
export interface ErasureTable {
  resident_id: string
  at: Moment
}

export interface ResidentTable {
  id: Generated<string>
  compound_id: string | null
  created_at: DefaultMoment
  erase_after: NullableMoment
}

/** The only place that knows a WeChat OPENID. */
export interface WechatAccountTable {
  openid: string
  resident_id: string
  created_at: DefaultMoment
}

export interface SessionTable {
  /** SHA-256 of the bearer token: the token itself is never kept. */
  token_hash: Buffer
  resident_id: string
  created_at: DefaultMoment
  expires_at: Moment
}

/** What servers of the version before posts read; a trigger on `post` keeps it in step. Nothing here reads it. */
export interface StaffTable {
  resident_id: string
  role: 'scanner' | 'office' | 'editor' | 'admin'
  /** The own office of role `office`; null for the other roles (CHECK). */
  office_id: string | null
  created_at: DefaultMoment
}

/** The first answer of each repeatable write, kept 7 days. */
export interface RequestTable {
  /** Whose request: a resident's id, or `public`. */
  identity: string
  endpoint: string
  request_id: string
  input_hash: Buffer
  answer: JSONColumnType<object | null>
  created_at: DefaultMoment
}

/** Unlogged: counts of the running minute per resident or per address; worth nothing after a crash. */
export interface RateWindowTable {
  subject: string
  opened_at: Moment
  hits: number
}

export interface SettingTable extends Editable {
  key: string
  value: string
}

export interface NeighbourhoodTable extends Editable {
  id: string
  name: string
  office_id: string | null
  phone: string | null
  sort_order: number
}

export interface CompoundTable extends Position, Editable {
  id: string
  name: string
  /** `null` while nobody knows which. */
  neighbourhood_id: string | null
  /** False while somebody only estimated which 居委会 it belongs to. */
  neighbourhood_verified: boolean
  position_verified: boolean
  grid_contact: string | null
  grid_phone: string | null
  source: string | null
  sort_order: number
}

export interface ServiceTable extends Editable {
  id: string
  name: string
  /** Other words for the same need. */
  also_called: string[]
  description: string | null
  sort_order: number
}

/** `short_name` of `shortName`. */
type ColumnName<Field extends string> = Field extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${ColumnName<Rest>}`
  : Field

/** What an office says stands in a column of the same name, save what other tables hold. */
type OfficeColumns = Omit<Office, 'position' | 'zones' | 'serviceIds' | 'entrances'>

export type OfficeTable = Position &
  Editable & {
    -readonly [Field in keyof OfficeColumns as ColumnName<Field>]: OfficeColumns[Field]
  } & {
    sort_order: number
  }

/** A row of the pack that staff removed: it is never loaded again. */
export interface RemovedRowTable {
  /** The table that it stood in. */
  kind: 'facility' | 'compound' | 'service'
  id: string
  by_post: string | null
  at: Moment
}

/** Who checked a fact about a place, when and how; the fact itself stands with the place. */
export interface PlaceFactTable {
  place_kind: 'office' | 'facility' | 'compound' | 'facility_kind'
  place_id: string
  fact: string
  how: CheckedHow
  by_post: string
  at: Moment
}

export interface OfficeServiceTable {
  office_id: string
  service_id: string
}

export interface OpeningZoneTable {
  office_id: string
  id: string
  name: string
  /** Exactly one main zone an office (partial unique index). */
  main: boolean
  always_open: boolean
  hours_known: boolean
  opens_on_holidays: boolean
  sort_order: number
}

export interface OpeningHoursTable {
  office_id: string
  zone_id: string
  /** ISO weekday, Monday is 1. */
  weekday: number
  from_minute: number
  to_minute: number
}

/** What holds on one day instead of the weekly hours of the main zone. */
export interface HoursExceptionTable {
  office_id: string
  zone_id: string
  day: ShanghaiDay
  intervals: JSONColumnType<[number, number][]>
  note: string | null
  /** The member of staff who set it; null when it came with the data pack. */
  set_by: string | null
  set_at: NullableMoment
}

export interface EntranceTable extends Position {
  office_id: string
  id: string
  name: string
  step_free: AccessAnswer
  ramp: AccessAnswer
  lift: AccessAnswer
  accessible_toilet: AccessAnswer
  hearing_loop: AccessAnswer
  door_width_cm: number | null
  verified_on: ShanghaiDay | null
  sort_order: number
}

/** The holidays of a year as staff entered them; the pack knows nothing of them. */
export interface HolidayPlanTable {
  year: number
  spans: JSONColumnType<{ name: string; from: ShanghaiDay; to: ShanghaiDay }[]>
  workdays: ShanghaiDay[]
  is_complete: boolean
  version: number
  by_post: string
  at: Moment
}

/** One row: a number that rises with each change of what everybody may read; triggers raise it. */
export interface PublicVersionTable {
  one: Generated<boolean>
  version: number
}

/** Each load of a data pack: which content is in the database, and since when. */
export interface PackLoadTable {
  id: Generated<number>
  content_hash: string
  loaded_at: DefaultMoment
}

export interface Schema
  extends
    ActivityTables,
    RegistrationTables,
    CheckInTables,
    LifeCircleTables,
    NewsTables,
    SuggestionTables,
    StaffTables,
    FileTables,
    SearchTables {
  database_mode: DatabaseModeTable
  erasure: ErasureTable
  resident: ResidentTable
  wechat_account: WechatAccountTable
  session: SessionTable
  staff: StaffTable
  request: RequestTable
  rate_window: RateWindowTable
  setting: SettingTable
  neighbourhood: NeighbourhoodTable
  compound: CompoundTable
  service: ServiceTable
  office: OfficeTable
  office_service: OfficeServiceTable
  opening_zone: OpeningZoneTable
  opening_hours: OpeningHoursTable
  hours_exception: HoursExceptionTable
  holiday_plan: HolidayPlanTable
  entrance: EntranceTable
  pack_load: PackLoadTable
  removed_row: RemovedRowTable
  place_fact: PlaceFactTable
  public_version: PublicVersionTable
}
