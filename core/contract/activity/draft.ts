import {
  array,
  boolean,
  maxLength,
  nullable,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  transform,
  trim,
  type InferOutput,
} from 'valibot'
import type { DateNotes } from '../../domain/activity/planning/draft'
import { ACCESS_ANSWERS } from '../../domain/office/office'
import type { IsoInstant } from '../../kernel/shanghai-time'
import { withoutIdNumbers } from '../../shapes/id-number'
import { withoutInvisible } from '../../shapes/invisible'
import { endpoint, staff, type } from '../endpoint'
import { pictureName } from '../file'
import { EDITORS, OFFICE_STAFF } from '../../domain/staff/post'
import { isoInstant, line, maxCharacters, ONE_LINE, requestId, shanghaiDay, slug, whole } from '../fields'
import { id, type ByWhom } from '../person-fields'
import { type ChangeNotice } from './activity-page'
import { RECORD_SHELVES, TOPICS, type ActivityKind, type Topic } from '../../domain/activity/activity'

/** Like `line`, but a draft may leave it empty. */
const text = (longest: number) =>
  pipe(
    string(),
    transform(withoutInvisible),
    transform(withoutIdNumbers),
    trim(),
    maxCharacters(longest),
    regex(ONE_LINE, 'leave out control characters'),
  )
const minute = whole(0, 1440)
const answer = picklist(ACCESS_ANSWERS)
const age = nullable(whole(0, 120))
const capacity = nullable(whole(1, 10_000))
/** So many days before each date, at that minute of the Shanghai day. */
const before = nullable(strictObject({ days: whole(0, 90), minute }))
const version = whole(1, 1_000_000)

const question = strictObject({
  id: slug,
  text: text(60),
  required: boolean(),
  kind: picklist(['text', 'choice', 'yes-no']),
  /** For `choice` only. */
  choices: pipe(array(line(20)), maxLength(10)),
  /** For `text` only: characters. */
  longest: whole(1, 200),
})

const photo = strictObject({
  name: pictureName,
  /** What is to be seen, for those who do not see it. */
  alt: text(60),
})

/** As it is stored: what was sent may leave the photo as it is. */
type WithPhoto<Written> = Omit<Written, 'photo'> & { photo: InferOutput<typeof photo> | null }

/** The words of an activity, which 改错 may change after it was published. */
const activityWords = {
  title: text(40),
  about: pipe(array(text(400)), maxLength(10)),
  bring: text(100),
  host: text(40),
  forWhom: text(60),
  /** A desk that was opened before there were photos sends none: then it stays as it is. */
  photo: optional(nullable(photo)),
  access: strictObject({
    stepFree: answer,
    ramp: answer,
    lift: answer,
    accessibleToilet: answer,
    hearingLoop: answer,
    doorWidthCm: nullable(whole(40, 500)),
    verifiedOn: nullable(shanghaiDay),
  }),
  amenities: strictObject({
    toilet: answer,
    babyRoom: answer,
    drinkingWater: answer,
    servicePhone: text(25),
  }),
}

const workshop = strictObject({
  title: text(40),
  place: text(40),
  startMinute: nullable(minute),
  endMinute: nullable(minute),
  capacity,
  minAge: age,
  maxAge: age,
})

/** Of a draft, however far somebody got with it. */
export const draftContent = strictObject({
  kind: picklist(['registered', 'open']),
  topic: picklist(TOPICS),
  ...activityWords,
  place: text(40),
  officeId: nullable(slug),
  sample: boolean(),
  day: nullable(shanghaiDay),
  startMinute: nullable(minute),
  endMinute: nullable(minute),
  /** Every so many weeks on the weekday of `day`; each date may be dropped, or moved to another day. */
  weekly: nullable(
    strictObject({
      everyWeeks: whole(1, 8),
      until: nullable(shanghaiDay),
      dropped: pipe(array(shanghaiDay), maxLength(60)),
      moved: pipe(array(strictObject({ from: shanghaiDay, to: shanghaiDay })), maxLength(60)),
    }),
  ),
  opens: before,
  closes: before,
  capacity,
  waitlistLimit: whole(0, 1_000),
  coolDown: boolean(),
  minAge: age,
  maxAge: age,
  compoundIds: pipe(array(slug), maxLength(20)),
  neighbourhoodIds: pipe(array(slug), maxLength(20)),
  questions: pipe(array(question), maxLength(10)),
  /** Timed parts of an open activity with seats of their own. */
  workshops: pipe(array(workshop), maxLength(30)),
})

/** What the form holds, however far somebody got with it. */
export type DraftContent = WithPhoto<InferOutput<typeof draftContent>>
export type DraftState = 'writing' | 'handed_in' | 'approved'

export interface DraftView {
  readonly draftId: string
  readonly recordId: string
  readonly version: number
  readonly state: DraftState
  readonly content: DraftContent
  readonly publishAt: IsoInstant | null
  readonly by: ByWhom
  readonly sentBack: { readonly called: string; readonly word: string } | null
  /** How it read when it was sent back last, and what was said; `null` where it never was. */
  readonly sentBackAs: {
    readonly word: string
    readonly content: DraftContent
    readonly publishAt: IsoInstant | null
  } | null
  /** 单人发布: the caller is the only account that may approve. */
  readonly mayApprove: 'yes' | 'alone' | 'second_person_needed' | 'no'
}

const held = { draftId: id, version, requestId }
const dates = pipe(
  array(strictObject({ day: shanghaiDay, startMinute: minute, endMinute: minute })),
  maxLength(60),
)

/** What 改错 changes: title, text, what to bring, host, for whom, access, telephone. */
const words = strictObject(activityWords)
export type ActivityWords = WithPhoto<InferOutput<typeof words>>

/** 修订 with both wordings of what it changed. */
export interface Correction {
  readonly correctionId: string
  readonly by: ByWhom
  readonly before: Partial<ActivityWords>
  readonly after: Partial<ActivityWords>
  /** Who looked at it afterwards; `null` while nobody did. */
  readonly lookedBy: string | null
  readonly mayLook: boolean
}

/** A draft or an activity as a line of the desk's list. */
export interface RecordRow {
  readonly recordId: string
  /** `null` for what is public; then `recordId` is the activity. */
  readonly draftId: string | null
  readonly kind: ActivityKind
  readonly topic: Topic
  readonly title: string
  readonly place: string
  readonly office: string | null
  readonly startsAt: IsoInstant | null
  readonly endsAt: IsoInstant | null
  /** Of a weekly draft: its last day at the latest. */
  readonly until: string | null
  /** `scheduled`: approved, and hidden from residents until `publishedFrom`. */
  readonly state: 'writing' | 'handed_in' | 'sent_back' | 'scheduled' | 'published' | 'withdrawn'
  readonly publishedFrom: IsoInstant | null
  readonly seats: { readonly inUse: number; readonly capacity: number } | null
  readonly waitingParties: number
  readonly change: ChangeNotice['kind'] | null
  readonly by: ByWhom | null
  readonly corrections: number
  readonly sample: boolean
}

/** Everything that staff see of one activity. */
export interface ActivityRecord {
  readonly activityId: string
  readonly version: number
  readonly status: 'scheduled' | 'published' | 'withdrawn'
  readonly publishedFrom: IsoInstant | null
  /** As a form would hold it: for 改错, and to copy it. */
  readonly content: DraftContent
  readonly startsAt: IsoInstant
  readonly endsAt: IsoInstant
  readonly office: string | null
  /** Where to go now. */
  readonly placeNow: string
  readonly change: ChangeNotice | null
  readonly seats: { readonly inUse: number; readonly capacity: number } | null
  readonly waitingParties: number
  /** Dates of the same series that are still to come, this one left out. */
  readonly others: readonly { readonly activityId: string; readonly startsAt: IsoInstant }[]
  readonly partOf: string | null
  readonly corrections: readonly Correction[]
  /** 单人发布. */
  readonly wasAlone: boolean
}

/** So many lines of the desk's list at once. */
export const RECORD_PAGES = [50, 100, 200] as const

/**
 * Drafts of activities. Saving, handing in and approving name the version that was seen: `draft_changed` where
 * somebody else saved meanwhile, with who, when and what.
 */
export const draft = {
  /** Keeps a draft however incomplete it is; new where `draftId` is null. */
  'draft.save': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      draftId: nullable(id),
      version: nullable(version),
      content: draftContent,
      publishAt: nullable(isoInstant),
      requestId,
    }),
    output: type<{ readonly draftId: string; readonly recordId: string; readonly version: number }>(),
    refusals: [
      'draft_not_found',
      'draft_changed',
      'already_published',
      'not_own_office',
      'office_not_found',
      'file_not_found',
    ],
  }),
  'draft.show': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ draftId: id }),
    output: type<DraftView>(),
    refusals: ['draft_not_found', 'not_own_office'],
  }),
  /** Hands it to a second person. */
  'draft.handIn': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject(held),
    output: type<{ readonly draftId: string }>(),
    refusals: [
      'draft_not_found',
      'draft_changed',
      'already_published',
      'not_own_office',
      'draft_incomplete',
      'compound_not_found',
      'neighbourhood_not_found',
      'ends_before_start',
      'outside_open_activity',
      'capacity_too_small',
      'closes_after_start',
      'opens_after_closing',
      'ages_reversed',
      'too_many_questions',
      'cool_down_not_here',
      'series_too_long',
      'day_past',
    ],
  }),
  /** Back to whoever wrote it, with a word. */
  'draft.sendBack': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ ...held, word: line(200) }),
    output: type<{ readonly draftId: string }>(),
    refusals: ['draft_not_found', 'draft_changed', 'already_published', 'not_submitted'],
  }),
  /** Publishes what was looked at: that version, copied into rows of their own in one transaction. */
  'draft.approve': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject(held),
    output: type<{
      readonly activityIds: readonly string[]
      readonly publishedFrom: IsoInstant
      readonly isAlone: boolean
    }>(),
    refusals: [
      'draft_not_found',
      'draft_changed',
      'already_published',
      'not_submitted',
      'second_person_needed',
      'day_past',
    ],
  }),
  'draft.discard': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject(held),
    output: type<{ readonly draftId: string }>(),
    refusals: ['draft_not_found', 'draft_changed', 'already_published', 'not_own_office'],
  }),
  /** What speaks against dates: holidays, 调休, the office's hours, and what else takes place there. Writes nothing. */
  'draft.dates': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({ officeId: nullable(slug), place: text(40), dates }),
    output: type<{ readonly dates: readonly DateNotes[] }>(),
    refusals: [],
  }),
  /**
   * Within reach, a page at a time: `drafts` newest first, `coming` by their start, `past` the latest first. `after`
   * is the `next` of the page before.
   */
  'draft.records': endpoint({
    access: staff(OFFICE_STAFF, { within: 'street' }),
    effect: 'read',
    input: strictObject({
      shelf: picklist(RECORD_SHELVES),
      officeIds: pipe(array(slug), maxLength(30)),
      topic: nullable(picklist(TOPICS)),
      words: nullable(line(40)),
      size: picklist(RECORD_PAGES),
      after: nullable(
        strictObject({
          at: isoInstant,
          /** A draft's, or a record's. */
          id: slug,
        }),
      ),
    }),
    output: type<{
      readonly records: readonly RecordRow[]
      readonly next: { readonly at: IsoInstant; readonly id: string } | null
    }>(),
    refusals: [],
  }),
  'draft.record': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<ActivityRecord>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /**
   * 改错: words of a published activity, shown at once and told to nobody; a second person looks afterwards. `coming`
   * does the same in all dates of the series that have not begun.
   */
  'draft.correct': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      version,
      words,
      dates: picklist(['this', 'coming']),
      requestId,
    }),
    output: type<{ readonly version: number; readonly activities: number }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'record_changed',
      'title_missing',
      'photo_words_missing',
      'file_not_found',
    ],
  }),
  /** A second person has read a 修订. */
  'draft.lookAt': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ correctionId: id, requestId }),
    output: type<{ readonly correctionId: string }>(),
    refusals: ['correction_not_found', 'second_person_needed'],
  }),
} as const
