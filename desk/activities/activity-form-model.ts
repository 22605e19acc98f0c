import type { DraftContent } from '../../core/contract/activity/draft'
import { TOPIC_NAMES } from '../../core/domain/activity/activity'
import { draftDates, type DateNotes } from '../../core/domain/activity/planning/draft'
import { contradictionsIn } from '../../core/domain/activity/planning/text-checks'
import {
  addDays,
  clockText,
  instantAt,
  parseInstant,
  type Instant,
  type ShanghaiDay,
} from '../../core/kernel/shanghai-time'
import { clock } from '../api/clock'
import { sameAs } from '../shared/use-draft'
import { ACTIVITY_FORM, contradictionText, noteTexts } from '../text/activity-form'
import { PHOTO } from '../text/photo'
import { dayText } from '../text/when'

export const BEGINNING_NAMES = ['registered', 'weekly', 'open', 'market'] as const
export type Beginning = (typeof BEGINNING_NAMES)[number]

/** What a form holds: the draft, and when it is to be published; `null` means once approved. */
export interface ActivityForm {
  readonly content: DraftContent
  readonly publishAt: string | null
}

const UNVERIFIED: Pick<DraftContent, 'access' | 'amenities'> = {
  access: {
    stepFree: 'unverified',
    ramp: 'unverified',
    lift: 'unverified',
    accessibleToilet: 'unverified',
    hearingLoop: 'unverified',
    doorWidthCm: null,
    verifiedOn: null,
  },
  amenities: { toilet: 'unverified', babyRoom: 'unverified', drinkingWater: 'unverified', servicePhone: '' },
}

/** A new form, with whatever the kind of activity says by itself. `officeId` is the own one. */
export function emptyForm(beginning: Beginning, officeId: string | null): ActivityForm {
  const isOpen = beginning === 'open' || beginning === 'market'
  return {
    publishAt: null,
    content: {
      kind: isOpen ? 'open' : 'registered',
      topic: beginning === 'market' ? 'market' : beginning === 'weekly' ? 'class' : 'other',
      title: '',
      about: [],
      bring: '',
      host: '',
      forWhom: '',
      photo: null,
      ...UNVERIFIED,
      place: '',
      officeId,
      sample: false,
      day: null,
      startMinute: null,
      endMinute: null,
      weekly: beginning === 'weekly' ? { everyWeeks: 1, until: null, dropped: [], moved: [] } : null,
      opens: beginning === 'weekly' ? { days: 7, minute: 9 * 60 } : null,
      closes: null,
      capacity: null,
      waitlistLimit: 50,
      coolDown: false,
      minAge: null,
      maxAge: null,
      compoundIds: [],
      neighbourhoodIds: [],
      questions: [],
      workshops: [],
    },
  }
}

/** Everything of an earlier one but when. */
export const copyOf = (content: DraftContent): ActivityForm => ({
  publishAt: null,
  content: {
    ...content,
    day: null,
    sample: false,
    weekly: content.weekly && { ...content.weekly, until: null },
  },
})

/** 9:00, 09：00, 900 or 9 as minutes of the day; `null` for anything else. */
export function minuteFrom(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  const [, hour, minute = '0'] =
    /^(\d{1,2})(?:[:.点](\d{2})?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? []
  if (hour === undefined) return null
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 1440 ? minutes : null
}

export type WarnedField =
  'title' | 'about' | 'day' | 'time' | 'opens' | 'closes' | 'ages' | 'phone' | 'publishAt' | 'workshops'
export type Warnings = Partial<Readonly<Record<WarnedField, readonly string[]>>>

/** What is odd, beside which field. Nothing here keeps a draft from being saved. */
export function warningsOf(
  { content, publishAt }: ActivityForm,
  notes: readonly DateNotes[],
  now: Instant = clock.now(),
): Warnings {
  const { startMinute, endMinute, minAge, maxAge, weekly } = content
  const dates = draftDates(content)
  const days = dates.map(({ day }) => day)
  const facts = {
    days: weekly === null && content.day !== null ? [content.day as ShanghaiDay] : days,
    startMinute,
    endMinute,
    phone: content.amenities.servicePhone,
  }
  const said = (text: string) => contradictionsIn(text, facts).map(contradictionText)
  const [first] = dates
  const published = publishAt === null ? null : parseInstant(publishAt)
  const found: Record<WarnedField, readonly string[]> = {
    title: said(content.title),
    about: [...content.about, content.bring, content.forWhom].flatMap(said),
    day: [
      ...(first !== undefined && first.startsAt <= now ? ['已经过去了'] : []),
      ...(content.day !== null && addDays(content.day as ShanghaiDay, -366) > dayOf(now)
        ? ['在一年以后']
        : []),
      ...(weekly === null ? notes.filter(({ day }) => day === content.day).flatMap(noteTexts) : []),
    ],
    time:
      startMinute !== null && endMinute !== null && endMinute <= startMinute
        ? [`结束 ${clockText(endMinute)} 不晚于开始 ${clockText(startMinute)}`]
        : startMinute !== null && (startMinute < 360 || startMinute >= 1320)
          ? ['这么早或这么晚，请再看看']
          : [],
    opens:
      first !== undefined && first.opensAt !== null && first.opensAt >= (first.closesAt ?? first.startsAt)
        ? ['晚于截止']
        : [],
    closes:
      first !== undefined && first.closesAt !== null && first.closesAt > first.startsAt
        ? ['晚于活动开始']
        : [],
    ages: minAge !== null && maxAge !== null && minAge > maxAge ? ['没有人符合：下限大于上限'] : [],
    phone: contradictionsIn(content.amenities.servicePhone, { ...facts, phone: '' }).map(contradictionText),
    publishAt: [
      ...(published !== null && published <= now ? ['这个时间已经过了，审核通过就发布'] : []),
      ...(published !== null && first !== undefined && published >= first.startsAt ? ['晚于活动开始'] : []),
    ],
    workshops: content.workshops.flatMap(({ title, startMinute: from, endMinute: to }) =>
      from !== null &&
      to !== null &&
      startMinute !== null &&
      endMinute !== null &&
      (from < startMinute || to > endMinute || to <= from)
        ? [`${title || '工作坊'} 的时间不在市集的时间里`]
        : [],
    ),
  }
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, texts]) => texts.length > 0)
      .map(([field, texts]) => [field, [...new Set(texts)]]),
  )
}

const dayOf = (now: Instant): string => new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)

/** How each field of a draft reads, for laying two of them beside each other. */
const READ_AS: {
  readonly [Name in keyof DraftContent]?: readonly [string, (content: DraftContent) => string]
} = {
  title: [ACTIVITY_FORM.name, ({ title }) => title],
  topic: [ACTIVITY_FORM.topic, ({ topic }) => TOPIC_NAMES[topic]],
  about: [ACTIVITY_FORM.about, ({ about }) => about.join('\n')],
  bring: [ACTIVITY_FORM.bring, ({ bring }) => bring],
  host: [ACTIVITY_FORM.host, ({ host }) => host],
  forWhom: [ACTIVITY_FORM.forWhom, ({ forWhom }) => forWhom],
  // What a desk of before left in this browser has no such field.
  photo: [PHOTO.label, ({ photo }) => photo?.alt ?? ''],
  day: [ACTIVITY_FORM.day, ({ day }) => (day === null ? '' : dayText(day))],
  startMinute: [ACTIVITY_FORM.from, ({ startMinute }) => timeText(startMinute)],
  endMinute: [ACTIVITY_FORM.to, ({ endMinute }) => timeText(endMinute)],
  weekly: [
    ACTIVITY_FORM.every,
    ({ weekly }) =>
      weekly === null
        ? ''
        : [
            ACTIVITY_FORM.everyText(weekly.everyWeeks),
            ...(weekly.until === null ? [] : [`到 ${dayText(weekly.until)}`]),
            ...weekly.dropped.map((day) => `去掉 ${dayText(day)}`),
            ...weekly.moved.map(({ from, to }) => `${dayText(from)} 挪到 ${dayText(to)}`),
          ].join('，'),
  ],
  place: [ACTIVITY_FORM.place, ({ place }) => place],
  capacity: [ACTIVITY_FORM.capacity, ({ capacity }) => (capacity === null ? '' : `${capacity} 位`)],
  opens: [ACTIVITY_FORM.opens, ({ opens }) => beforeText(opens, ACTIVITY_FORM.opensAtOnce)],
  closes: [ACTIVITY_FORM.closes, ({ closes }) => beforeText(closes, ACTIVITY_FORM.closesAtStart)],
  minAge: [ACTIVITY_FORM.ages, ({ minAge, maxAge }) => agesText(minAge, maxAge)],
  questions: [ACTIVITY_FORM.questions, ({ questions }) => questions.map(({ text }) => text).join('；')],
  workshops: [
    ACTIVITY_FORM.workshops,
    ({ workshops }) =>
      workshops
        .map(
          ({ title, startMinute, endMinute, capacity }) =>
            `${title} ${timeText(startMinute)}–${timeText(endMinute)}，${capacity ?? '?'} 位`,
        )
        .join('\n'),
  ],
  amenities: [ACTIVITY_FORM.phone, ({ amenities }) => amenities.servicePhone],
}

const timeText = (minute: number | null): string => (minute === null ? '' : clockText(minute))
const beforeText = (before: DraftContent['opens'], none: string): string =>
  before === null ? none : `${before.days} 天前 ${clockText(before.minute)}`
const agesText = (least: number | null, most: number | null): string =>
  least === null && most === null ? '不限' : `${least ?? ''}–${most ?? ''} 岁`

export interface ReadField {
  readonly field: keyof DraftContent
  readonly label: string
  readonly text: string
}

/** A draft as lines to read, empty ones left out. */
export const readFields = (content: DraftContent): readonly ReadField[] =>
  (Object.keys(READ_AS) as (keyof DraftContent)[]).flatMap((field) => {
    const [label, read] = READ_AS[field] ?? []
    const text = read?.(content) ?? ''
    const isOfOther =
      content.kind === 'open' && ['capacity', 'opens', 'closes', 'minAge', 'questions'].includes(field)
    return label === undefined || text === '' || isOfOther ? [] : [{ field, label, text }]
  })

/** Fields in which two drafts differ, with what each says. */
export function differencesOf(mine: DraftContent, theirs: DraftContent) {
  const inOrder = [...new Set([...Object.keys(READ_AS), ...Object.keys(mine)])] as (keyof DraftContent)[]
  return inOrder
    .filter((field) => !sameAs(mine[field], theirs[field]))
    .map((field) => {
      const [label, read] = READ_AS[field] ?? [field, null]
      const text = (content: DraftContent) => read?.(content) ?? JSON.stringify(content[field])
      return { field, label: label as string, mine: text(mine), theirs: text(theirs) }
    })
}

/** The draft that comes of choosing theirs for some fields. */
export const mergedWith = (
  mine: DraftContent,
  theirs: DraftContent,
  taken: readonly string[],
): DraftContent => ({
  ...mine,
  ...Object.fromEntries(Object.entries(theirs).filter(([field]) => taken.includes(field))),
})

/** When the first date opens or closes, in words; `null` without a date. */
export function momentOfFirst(content: DraftContent, which: 'opens' | 'closes'): Instant | null {
  const before = content[which]
  if (before === null || content.day === null) return null
  return instantAt(addDays(content.day as ShanghaiDay, -before.days), before.minute)
}
