import type { Selectable } from 'kysely'
import type { IsoInstant } from '../../core/kernel/shanghai-time'
import type {
  CompoundTable,
  EntranceTable,
  HoursExceptionTable,
  NeighbourhoodTable,
  OfficeServiceTable,
  OfficeTable,
  OpeningHoursTable,
  OpeningZoneTable,
  ServiceTable,
  SettingTable,
} from '../database/schema'
import type { ActivityTable, StallTable } from '../database/schema/activity'
import type { FacilityKindTable, FacilityTable } from '../database/schema/life-circle'
import type { ArticleTable, ExplainedWordTable, NoticeTable } from '../database/schema/news'
import type { Problem } from './problem'

/** What only the database knows of a row. */
type Loaded<Table> = Readonly<Omit<Selectable<Table>, 'edited_at' | 'version'>>

export type SettingRow = Loaded<SettingTable>
export type NeighbourhoodRow = Loaded<NeighbourhoodTable>
export type CompoundRow = Loaded<CompoundTable>
export type ServiceRow = Loaded<ServiceTable>
export type OfficeRow = Loaded<OfficeTable>
export type OfficeServiceRow = Readonly<Selectable<OfficeServiceTable>>
export type ZoneRow = Readonly<Selectable<OpeningZoneTable>>
export type HoursRow = Readonly<Selectable<OpeningHoursTable>>
export type HoursExceptionRow = Readonly<Omit<Selectable<HoursExceptionTable>, 'set_by' | 'set_at'>>
export type EntranceRow = Readonly<Selectable<EntranceTable>>

/** One date of an activity; moments as ISO text. Staff and residents add what is not here. */
export type ActivityRow = Readonly<
  Pick<
    Selectable<ActivityTable>,
    | 'id'
    | 'kind'
    | 'status'
    | 'origin'
    | 'topic'
    | 'title'
    | 'about'
    | 'bring'
    | 'host'
    | 'for_whom'
    | 'place'
    | 'office_id'
    | 'part_of'
    | 'series_id'
    | 'series_day'
    | 'sample'
    | 'capacity'
    | 'waitlist_limit'
    | 'min_age'
    | 'max_age'
    | 'toilet'
    | 'baby_room'
    | 'drinking_water'
    | 'service_phone'
  > & { starts_at: IsoInstant; ends_at: IsoInstant }
>
export type StallRow = Readonly<Pick<Selectable<StallTable>, 'activity_id' | 'number' | 'kind' | 'name'>>

export type FacilityKindRow = Loaded<FacilityKindTable>
export type FacilityRow = Loaded<FacilityTable>

export type ArticleRow = Loaded<ArticleTable>
export type WordRow = Readonly<Selectable<ExplainedWordTable>>
/** Moments as ISO text. */
export type NoticeRow = Readonly<
  Omit<Selectable<NoticeTable>, 'from_at' | 'until_at' | 'withdrawn_at' | 'edited_at' | 'version'> & {
    from_at: IsoInstant
    until_at: IsoInstant
  }
>
/** `content` is bytea as PostgreSQL writes it, `\\x…`. */
export interface ArticleFileRow {
  readonly name: string
  readonly media_type: string
  readonly content: string
}

/** The streets of the life circle; `form` is bytea as PostgreSQL writes it, `\\x…`. */
export interface StreetGraphRow {
  readonly version: string
  readonly form: string
}

/** A valid data pack, in rows of the database; every reference in it leads somewhere. */
export interface Pack {
  readonly settings: readonly SettingRow[]
  readonly neighbourhoods: readonly NeighbourhoodRow[]
  readonly compounds: readonly CompoundRow[]
  readonly services: readonly ServiceRow[]
  readonly offices: readonly OfficeRow[]
  readonly officeServices: readonly OfficeServiceRow[]
  readonly zones: readonly ZoneRow[]
  readonly hours: readonly HoursRow[]
  readonly exceptions: readonly HoursExceptionRow[]
  readonly entrances: readonly EntranceRow[]
  readonly activities: readonly ActivityRow[]
  readonly stalls: readonly StallRow[]
  readonly facilityKinds: readonly FacilityKindRow[]
  readonly facilities: readonly FacilityRow[]
  readonly articles: readonly ArticleRow[]
  readonly articleFiles: readonly ArticleFileRow[]
  readonly words: readonly WordRow[]
  readonly notices: readonly NoticeRow[]
  /** `null` while neither an extract nor a sketch is there: the life circle says that its map is not ready. */
  readonly streets: StreetGraphRow | null
}

/** All or nothing: a pack with a single problem is no pack. */
export type PackReading =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly Problem[] }

/** The files of a pack by their path inside its folder, as bytes. */
export type PackFiles = ReadonlyMap<string, Uint8Array>
