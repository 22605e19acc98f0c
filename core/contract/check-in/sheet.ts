import { array, check, integer, maxLength, maxValue, minValue, number, pipe, strictObject } from 'valibot'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { endpoint, staff, type } from '../endpoint'
import { OFFICE_STAFF } from '../../domain/staff/post'
import { requestId, slug } from '../fields'
import { id } from '../person-fields'
import type { CheckInCounts, CheckInParty } from './check-in-desk'

/** An activity of today with its seats, its queue, and who came. */
export interface TodayActivity {
  readonly activityId: string
  readonly title: string
  readonly place: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly counts: CheckInCounts
  /** Parties that wait. */
  readonly waiting: number
}

/** Heads that came back on paper without a registration; `elders` of them were taken for 60 or more by staff. */
export interface PaperHeads {
  readonly walkIns: number
  readonly elders: number
}

/** One activity at the desk: who is registered, masked, and what was printed and typed. */
export interface SheetPage extends TodayActivity {
  readonly parties: readonly CheckInParty[]
  /** In the order in which they were printed, the latest first; ids of registrations. */
  readonly sheets: readonly {
    readonly sheetId: string
    readonly printedAt: IsoInstant
    readonly registrations: readonly string[]
  }[]
  readonly paper: PaperHeads
  /** Paper is typed from the start on, until the roll is closed. */
  readonly mayRecord: boolean
}

export interface PrintedSheet {
  readonly sheetId: string
  readonly title: string
  readonly place: string
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly rows: readonly {
    readonly number: string
    /** Whole: of whoever is named first. */
    readonly name: string | null
    readonly persons: number
  }[]
}

const heads = pipe(number(), integer(), minValue(0), maxValue(500))

/** 报名签到 on a PC: today, the sheet at the door, and the sheet that comes back. */
export const sheet = {
  /** At the offices of whoever asks. */
  'sheet.today': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({}),
    output: type<{ activities: readonly TodayActivity[] }>(),
    refusals: [],
  }),
  'sheet.show': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<SheetPage>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** Whole names for paper: written down each time, so that no answer is kept for a repeat. */
  'sheet.print': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug }),
    output: type<PrintedSheet>(),
    refusals: ['activity_not_found', 'not_own_office', 'no_registration_needed'],
  }),
  /**
   * The sheet that came back: who signed, and how many came without a registration in all. Typing it twice counts
   * once; a head that the rules of seats cannot hold is a seatless entry.
   */
  'sheet.record': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: pipe(
      strictObject({
        activityId: slug,
        members: pipe(array(id), maxLength(500)),
        walkIns: heads,
        elders: heads,
        requestId,
      }),
      check(({ walkIns, elders }) => elders <= walkIns, 'of those who came, no more can be elders'),
    ),
    output: type<{ came: number; repeated: number; paper: PaperHeads; counts: CheckInCounts }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'activity_withdrawn',
      'too_early',
      'roll_closed',
      'not_registered',
    ],
  }),
} as const
