import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  picklist,
  pipe,
  strictObject,
} from 'valibot'
import { ACTIVITY_KINDS } from '../../domain/activity/activity'
import { LISTING_SPANS } from '../../domain/activity/listing'
import { ACCESS_ANSWERS } from '../../domain/office/office'
import {
  TOPICS,
  type ActivityPage,
  type ActivitySummary,
  type ChangeNotice,
  type Unreached,
} from './activity-page'
import { endpoint, type } from '../endpoint'
import { isoInstant, line, requestId, shanghaiDay, slug } from '../fields'
import { messageId, phone } from '../person-fields'

/** A picture, in base64. */
export interface CodePicture {
  readonly mediaType: string
  readonly content: string
}

const answer = picklist(ACCESS_ANSWERS)
const age = nullable(pipe(number(), integer(), minValue(0), maxValue(120)))
const capacity = pipe(number(), integer(), minValue(1), maxValue(10_000))

const question = strictObject({
  id: slug,
  text: line(60),
  required: boolean(),
  kind: picklist(['text', 'choice', 'yes-no']),
  /** For `choice` only. */
  choices: pipe(array(line(20)), maxLength(10)),
  /** For `text` only: characters. */
  longest: pipe(number(), integer(), minValue(1), maxValue(200)),
})

const plan = {
  kind: picklist(ACTIVITY_KINDS),
  topic: picklist(TOPICS),
  title: line(40),
  about: pipe(array(line(400)), maxLength(10)),
  bring: nullable(line(100)),
  host: nullable(line(40)),
  forWhom: nullable(line(60)),
  place: line(40),
  officeId: nullable(slug),
  /** The open activity of a workshop. */
  partOf: nullable(slug),
  sample: boolean(),
  startsAt: isoInstant,
  endsAt: isoInstant,
  opensAt: nullable(isoInstant),
  closesAt: nullable(isoInstant),
  capacity: nullable(capacity),
  waitlistLimit: pipe(number(), integer(), minValue(0), maxValue(1_000)),
  coolDown: boolean(),
  minAge: age,
  maxAge: age,
  compoundIds: pipe(array(slug), maxLength(20)),
  neighbourhoodIds: pipe(array(slug), maxLength(20)),
  questions: pipe(array(question), maxLength(10)),
  access: strictObject({
    stepFree: answer,
    ramp: answer,
    lift: answer,
    accessibleToilet: answer,
    hearingLoop: answer,
    doorWidthCm: nullable(pipe(number(), integer(), minValue(40), maxValue(500))),
    verifiedOn: nullable(shanghaiDay),
  }),
  amenities: strictObject({
    toilet: answer,
    babyRoom: answer,
    drinkingWater: answer,
    servicePhone: nullable(phone),
  }),
}

export const activity = {
  /** What is still to come or under way, earliest first: at most 100, and 31 days ahead where no span is given. */
  'activity.list': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({
      span: nullable(picklist(LISTING_SPANS)),
      place: nullable(line(40)),
      topic: nullable(picklist(TOPICS)),
      /** Only what somebody of this age may come to. */
      age,
      /** 还有名额: with a free seat, or none needed. */
      hasPlaces: boolean(),
    }),
    output: type<{ activities: readonly ActivitySummary[]; places: readonly string[] }>(),
    refusals: [],
  }),
  'activity.show': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<ActivityPage>(),
    refusals: ['activity_not_found'],
  }),
  /**
   * 小程序码 that opens the activity, for its poster: WeChat reads no other code in a picture. `null` without an
   * account, as in a demonstration, and where WeChat gives none now: then the poster has a plain QR.
   */
  'activity.code': endpoint({
    access: 'public',
    effect: 'exchange',
    input: strictObject({ activityId: slug }),
    output: type<{ code: CodePicture | null }>(),
    refusals: ['activity_not_found'],
  }),
  /** Keeps a draft, new where `activityId` is null. `repeat` makes one draft each week of a new series. */
  'activity.save': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: strictObject({
      activityId: nullable(slug),
      plan: strictObject(plan),
      repeat: nullable(
        strictObject({ everyWeeks: pipe(number(), integer(), minValue(1), maxValue(8)), until: shanghaiDay }),
      ),
      requestId,
    }),
    output: type<{ activityIds: readonly string[] }>(),
    refusals: [
      'activity_not_found',
      'already_published',
      'office_not_found',
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
    ],
  }),
  /** Hands a draft to a second person. */
  'activity.submit': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ activityId: string }>(),
    refusals: ['activity_not_found', 'already_published'],
  }),
  /** Publishes what somebody else submitted. */
  'activity.approve': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ activityId: string }>(),
    refusals: ['activity_not_found', 'already_published', 'not_submitted', 'second_person_needed'],
  }),
  /** Cancels every place; before the start only. Workshops go with their open activity. */
  'activity.withdraw': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ activityId: string; cancelled: number }>(),
    refusals: ['activity_not_found', 'already_started'],
  }),
  'activity.setCapacity': endpoint({
    access: ['editor', 'admin'],
    effect: 'write',
    input: strictObject({ activityId: slug, capacity, requestId }),
    output: type<{ capacity: number; promoted: number }>(),
    refusals: ['activity_not_found', 'activity_withdrawn', 'no_registration_needed', 'capacity_below_in_use'],
  }),
  /** 照常 · 改室内 · 推迟 · 取消 · 明早 7:00 再定; all who are concerned are told. Office staff: at their own office. */
  'activity.change': endpoint({
    access: ['office', 'editor', 'admin'],
    effect: 'write',
    input: strictObject({
      activityId: slug,
      kind: picklist(['as-planned', 'indoors', 'postponed', 'cancelled', 'decided-tomorrow']),
      /** 改室内: where to. */
      place: nullable(line(60)),
      /** 推迟: the new start; it lasts as long as before. */
      startsAt: nullable(isoInstant),
      requestId,
    }),
    output: type<{ change: ChangeNotice; toTell: number; unreached: number }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'activity_withdrawn',
      'already_started',
      'place_missing',
      'start_missing',
      'start_past',
      'start_not_later',
      'decision_too_late',
      'outside_open_activity',
    ],
  }),
  /** 未送达名单: each registration whose people could not be told, with the way they chose. Opening it is kept. */
  'activity.unreached': endpoint({
    access: ['office', 'editor', 'admin'],
    effect: 'write',
    input: strictObject({ activityId: slug }),
    output: type<{ unreached: readonly Unreached[] }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** 已打电话. Marking twice keeps the first time. */
  'activity.markCalled': endpoint({
    access: ['office', 'editor', 'admin'],
    effect: 'write',
    input: strictObject({
      activityId: slug,
      messageIds: pipe(array(messageId), maxLength(500)),
      requestId,
    }),
    output: type<{ left: number }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
} as const
