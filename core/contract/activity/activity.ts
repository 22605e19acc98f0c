import {
  boolean,
  integer,
  maxValue,
  minValue,
  nullable,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
} from 'valibot'
import { CHANGE_KINDS, LONGEST_NOTE } from '../../domain/activity/change'
import { CALLED_AS, CALL_OUTCOMES } from '../../domain/registration/messages/call'
import type { Missing } from '../../domain/activity/planning/draft'
import { LISTING_SPANS } from '../../domain/activity/listing'
import type {
  ActivitiesListed,
  ActivityPage,
  CallState,
  ChangeNotice,
  PreviewedPage,
  Reach,
  Unreached,
} from './activity-page'
import { draftContent } from './draft'
import { TOPICS } from '../../domain/activity/activity'
import { endpoint, staff, type } from '../endpoint'
import { EDITORS, OFFICE_STAFF } from '../../domain/staff/post'
import type { Subdistrict } from '../home'
import { isoInstant, line, requestId, slug } from '../fields'
import { messageId } from '../person-fields'
import { version, type Versioned } from '../versioned'

/** A picture, in base64. */
export interface CodePicture {
  readonly mediaType: string
  readonly content: string
}

const age = nullable(pipe(number(), integer(), minValue(0), maxValue(120)))
const calledAs = optional(picklist(CALLED_AS), 'registered')
const capacity = pipe(number(), integer(), minValue(1), maxValue(10_000))

export const activity = {
  /** What is still to come or under way, earliest first: at most 100, and 31 days ahead where no span is given. */
  'activity.list': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({
      span: nullable(picklist(LISTING_SPANS)),
      place: nullable(line(60)),
      topic: nullable(picklist(TOPICS)),
      /** Only what somebody of this age may come to. */
      age,
      /** 还有名额: with a free seat, or none needed. */
      hasPlaces: boolean(),
      version,
    }),
    output: type<ActivitiesListed | Versioned<ActivitiesListed>>(),
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
   * What `activity.show` would answer if this were public, of a series its first date: with an id of its own, nobody
   * registered, and `null` for whatever is not written. `missing` has to be written before it can be handed in.
   */
  'activity.preview': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ plan: draftContent }),
    output: type<{ readonly page: PreviewedPage; readonly missing: readonly Missing[] }>(),
    refusals: ['not_own_office'],
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
  /** 宣传材料: what a notice or a poster says beside what `activity.show` and `activity.code` answer. */
  'activity.materials': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug }),
    output: type<{
      subdistrict: Subdistrict
      /** Where the activity stands in the mini-program; `null` where no account of WeChat is set up. */
      wechat: { readonly appId: string; readonly path: string } | null
    }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** Cancels every place; before the start only. Workshops go with their open activity. */
  'activity.withdraw': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ activityId: string; cancelled: number }>(),
    refusals: ['activity_not_found', 'already_started'],
  }),
  'activity.setCapacity': endpoint({
    access: staff(EDITORS, { within: 'street' }),
    effect: 'write',
    input: strictObject({ activityId: slug, capacity, requestId }),
    output: type<{ capacity: number; promoted: number }>(),
    refusals: ['activity_not_found', 'activity_withdrawn', 'no_registration_needed', 'capacity_below_in_use'],
  }),
  /**
   * 照常 · 改室内 · 推迟 · 提前 · 取消 · 提前结束 · 明早 7:00 再定 · 补一句; all who are concerned are told, of 提前结束 who
   * has not come yet. Office staff: at their own office.
   */
  'activity.change': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      kind: picklist(CHANGE_KINDS),
      /** 改室内: where to. */
      place: nullable(line(60)),
      /** 推迟, 提前: the new start; it lasts as long as before. */
      startsAt: nullable(isoInstant),
      /** 补一句. */
      note: optional(nullable(line(LONGEST_NOTE)), null),
      requestId,
    }),
    output: type<{
      change: ChangeNotice
      notified: number
      unreached: number
      /** Who has stalls and has to be called about it. */
      stallHolders: number
      /** Volunteers who get a message of their own, and of these whom WeChat does not reach. */
      volunteers: { told: number; inPerson: number }
      /** Wall screens that show it; `silent` ones have not asked for minutes. */
      screens: { all: number; silent: number }
    }>(),
    refusals: [
      'activity_not_found',
      'not_own_office',
      'activity_withdrawn',
      'already_started',
      'place_missing',
      'start_missing',
      'start_past',
      'note_missing',
      'start_not_later',
      'start_not_earlier',
      'too_soon_to_come',
      'not_started',
      'already_over',
      'decision_too_late',
      'outside_open_activity',
    ],
  }),
  /** Whom the change would reach, asked before it goes out. */
  'activity.reach': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'read',
    input: strictObject({ activityId: slug, kind: picklist(CHANGE_KINDS) }),
    output: type<Reach>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /**
   * 未送达名单: each person who could not be told, of a market and its workshops together, with the way they chose,
   * and who has stalls there; who has to be told yet first, of these the soonest. `left` of them have to be told. Opening it is kept.
   */
  'activity.unreached': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug }),
    output: type<{ unreached: readonly Unreached[]; left: number }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
  /** 我来打: the call is the caller's for 15 minutes. */
  'activity.takeCall': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, as: calledAs, messageId, requestId }),
    output: type<{ call: CallState }>(),
    refusals: ['activity_not_found', 'not_own_office', 'call_not_found', 'call_taken', 'call_done'],
  }),
  /** How the call went. Saying it again replaces what was said. */
  'activity.recordCall': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({
      activityId: slug,
      as: calledAs,
      messageId,
      outcome: picklist(CALL_OUTCOMES),
      /** 没人接: when to try again. */
      againAt: nullable(isoInstant),
      requestId,
    }),
    output: type<{ call: CallState; left: number }>(),
    refusals: ['activity_not_found', 'not_own_office', 'call_not_found', 'call_taken'],
  }),
  /** 复制全部号码: of all who have to be told yet. Logged with how many they were. */
  'activity.copyNumbers': endpoint({
    access: staff(OFFICE_STAFF, { within: 'activity' }),
    effect: 'write',
    input: strictObject({ activityId: slug, requestId }),
    output: type<{ phones: readonly string[] }>(),
    refusals: ['activity_not_found', 'not_own_office'],
  }),
} as const
