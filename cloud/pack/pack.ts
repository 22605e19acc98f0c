import type { Selectable } from 'kysely'
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
import type { Problem } from './problem'

export type SettingRow = Readonly<Selectable<SettingTable>>
export type NeighbourhoodRow = Readonly<Selectable<NeighbourhoodTable>>
export type CompoundRow = Readonly<Selectable<CompoundTable>>
export type ServiceRow = Readonly<Selectable<ServiceTable>>
export type OfficeRow = Readonly<Omit<Selectable<OfficeTable>, 'edited_at'>>
export type OfficeServiceRow = Readonly<Selectable<OfficeServiceTable>>
export type ZoneRow = Readonly<Selectable<OpeningZoneTable>>
export type HoursRow = Readonly<Selectable<OpeningHoursTable>>
export type HoursExceptionRow = Readonly<Omit<Selectable<HoursExceptionTable>, 'set_by' | 'set_at'>>
export type EntranceRow = Readonly<Selectable<EntranceTable>>

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
}

/** All or nothing: a pack with a single problem is no pack. */
export type PackReading =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly Problem[] }

/** The files of a pack by their path inside its folder, as bytes. */
export type PackFiles = ReadonlyMap<string, Uint8Array>
