import type { ChangeNotice } from '../../../core/contract/activity/activity-page'
import { type Instant, type IsoInstant, parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { fullMomentText, momentText, shortMoment } from '../time'
import type { Subdistrict } from '../../../core/contract/home'
import { ACTIVITY_CANCELLED, AS_PLANNED, ENDED_EARLY } from '../vocabulary'

/** What changed, and when that was said: the parts of one record, wherever it is read. */
interface ChangeWords {
  /** 今天改到室内：武宁片区二楼. */
  readonly text: string
  /** 6:50 更新. */
  readonly updated: string
}

/** @param startsAt of the activity, where the words stand without its day */
export function changeWords(
  change: ChangeNotice,
  now: Instant,
  startsAt: IsoInstant | null = null,
): ChangeWords {
  const said =
    change.kind === 'indoors' && startsAt !== null
      ? indoorsText(change, startsAt, now)
      : CHANGES[change.kind](change, now)
  const note = change.kind === 'note' ? null : noteOf(change)
  return {
    text: note === null ? said : `${withoutStop(said)}。${withoutStop(note)}`,
    updated: updatedText(change, now),
  }
}

/** 今天改到室内：武宁片区二楼（6:50 更新）. Null where nothing changed. */
export function changeLine(
  change: ChangeNotice | null,
  now: Instant,
  startsAt: IsoInstant | null = null,
): string | null {
  if (change === null) return null
  const { text, updated } = changeWords(change, now, startsAt)
  return `${text}（${updated}）`
}

/** 今天改到室内：武宁片区二楼; without the day on any other. */
export const indoorsText = (
  { place }: Pick<ChangeNotice, 'place'>,
  startsAt: IsoInstant,
  now: Instant,
): string => {
  const isToday = shanghaiDay(parseInstant(startsAt)) === shanghaiDay(now)
  return `${isToday ? '今天' : ''}改到室内：${place ?? ''}`
}

/** 6:50 更新. */
export const updatedText = ({ at }: Pick<ChangeNotice, 'at'>, now: Instant): string =>
  `${shortMoment(parseInstant(at), now)} 更新`

/** Nobody has looked at the way into the room that stands in: who needs a lift rings first. */
export const LIFT_UNVERIFIED = '电梯：未核实，请先打电话'

/** Whether it takes place elsewhere than planned; that holds through later changes. */
export const isMoved = (change: ChangeNotice | null | undefined): boolean => (change?.place ?? null) !== null

/** Whom to ring about an activity: somebody who is there, else the subdistrict, else its hotline. */
export const numberToRing = (
  servicePhone: string | null | undefined,
  { phone, hotline }: Pick<Subdistrict, 'phone' | 'hotline'>,
): string => servicePhone ?? phone ?? hotline

/** What is struck out: where or when it would have been. */
export const formerly = (placeOrTime: string): string => `原定：${placeOrTime}`

/** 周六 11月28日 9:00, when it was moved away from; `null` where it was not. */
export const formerStartText = (change: ChangeNotice | null): string | null =>
  change === null || change.formerStartsAt === null
    ? null
    : fullMomentText(parseInstant(change.formerStartsAt))

/** 补一句, as staff wrote it. */
export const noteOf = ({ note }: Pick<ChangeNotice, 'note'>): string | null => note ?? null

/** What stands before a bracket ends without its own full stop. */
const withoutStop = (sentence: string): string => sentence.replace(/[。.]$/, '')

const CHANGES: Readonly<Record<ChangeNotice['kind'], (change: ChangeNotice, now: Instant) => string>> = {
  'as-planned': () => AS_PLANNED,
  indoors: ({ place }) => `改到室内：${place ?? ''}`,
  postponed: ({ formerStartsAt }, now) =>
    formerStartsAt === null ? '推迟了' : `推迟了，原来是${momentText(parseInstant(formerStartsAt), now)}`,
  'brought-forward': ({ formerStartsAt }, now) =>
    formerStartsAt === null ? '提前了' : `提前了，原来是${momentText(parseInstant(formerStartsAt), now)}`,
  cancelled: () => ACTIVITY_CANCELLED,
  'ended-early': () => ENDED_EARLY,
  note: (change) => withoutStop(noteOf(change) ?? ''),
  'decided-tomorrow': ({ decisionAt }, now) =>
    decisionAt === null ? '办不办，明早再定' : `办不办，${momentText(parseInstant(decisionAt), now)} 再定`,
}
