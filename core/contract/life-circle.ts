import {
  boolean,
  maxLength,
  nullable,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  uuid,
} from 'valibot'
import {
  REPORT_REASONS,
  type Facility,
  type FacilityKind,
  type ReportReason,
} from '../domain/life-circle/facility'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, staff, type } from './endpoint'
import { OFFICE_STAFF } from '../domain/staff/post'
import { isoInstant, line, requestId, slug } from './fields'

/** Names one content of a part: the same content has the same version, whoever asks. */
const version = nullable(pipe(string(), regex(/^[0-9a-f]{16}$/, 'send the version as it came')))

const reportId = pipe(string(), maxLength(36), uuid('reportId must be a UUID'))

export interface CirclePlaces {
  readonly kinds: readonly FacilityKind[]
  /** Offices that are open are among them. */
  readonly facilities: readonly Facility[]
}

export interface FacilityReport {
  readonly reportId: string
  /** `null` for a place that is missing on the map. */
  readonly facilityId: string | null
  readonly facilityName: string | null
  readonly reason: ReportReason
  readonly note: string | null
  /** WeChat could not say that the note is harmless: read it before it is passed on. */
  readonly flagged: boolean
  readonly reportedAt: IsoInstant
  /** `null` while it waits for the staff. */
  readonly handledAt: IsoInstant | null
}

export const lifeCircle = {
  /**
   * Streets and places for the engine on the phone, which alone knows where its resident is. The caller sends the
   * versions it has; a part it has already comes as `null`.
   */
  'lifeCircle.show': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ streets: version, places: version }),
    output: type<{
      streets: {
        version: string
        /** The binary graph of core/walkshed in base64. */
        graph: string | null
      }
      places: { version: string; content: CirclePlaces | null }
    }>(),
    refusals: ['no_streets'],
  }),
  /**
   * 这里不对: something about a place is wrong, or a place is missing (`facilityId` null). The note is checked by
   * WeChat first; where that gives no answer it is kept, and checked later.
   */
  'lifeCircle.report': endpoint({
    access: 'resident',
    effect: 'exchange',
    input: strictObject({
      facilityId: nullable(slug),
      reason: picklist(REPORT_REASONS),
      note: nullable(line(100)),
      requestId,
    }),
    output: type<{ reportId: string }>(),
    refusals: ['facility_not_found', 'words_refused', 'too_many_reports'],
  }),
  /** What residents reported: what waits first, then the newest; fifty at a time, `after` the last one on the screen. */
  'lifeCircle.reports': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      after: optional(nullable(strictObject({ reportId, handled: boolean(), reportedAt: isoInstant }))),
    }),
    output: type<{
      reports: readonly FacilityReport[]
      /** How many wait for the staff in all. */
      waiting: number
      /** There are more after these. */
      more: boolean
    }>(),
    refusals: [],
  }),
  /** 已处理, or taken back. What is marked already keeps its first time. */
  'lifeCircle.handleReport': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'write',
    input: strictObject({ reportId, handled: boolean(), requestId }),
    output: type<{ handledAt: IsoInstant | null }>(),
    refusals: ['report_not_found'],
  }),
} as const
