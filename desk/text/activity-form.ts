import { ACCESSIBLE_TOILET, DISCARD_DRAFT, HEARING_LOOP, PUBLISH_ALONE, STEP_FREE, WHEN } from './vocabulary'
import type { DateNotes, Missing } from '../../core/domain/activity/planning/draft'
import { WEEKDAYS, monthDay } from '../../src/text/time'
import type { TextContradiction } from '../../core/domain/activity/planning/text-checks'
import { type ShanghaiDay, clockText } from '../../core/kernel/shanghai-time'

export const ACTIVITY_FORM = {
  newTitle: '新活动',
  what: '什么活动',
  wordsSection: '写给居民的',
  name: '标题',
  topic: '类别',
  about: '介绍',
  aboutHint: '一行一段，最多 10 段。',
  bring: '要带什么',
  host: '谁来办',
  forWhom: '适合谁',
  when: WHEN,
  day: '日期',
  firstDay: '第一次',
  from: '开始',
  to: '结束',
  until: '最后一次不晚于',
  every: '几周一次',
  everyText: (weeks: number) => (weeks === 1 ? '每周' : `每 ${weeks} 周`),
  dates: (count: number) => `一共 ${count} 次`,
  drop: '去掉',
  takeBack: '放回来',
  moveTo: '挪到',
  where: '在哪里',
  office: '会客厅',
  noOffice: '不在会客厅（街道的）',
  place: '地点怎么说',
  placeHint: '像跟邻居说的那样，例如：梧桐里会客厅二楼',
  terms: '报名',
  capacity: '名额',
  persons: '位',
  opens: '开始报名',
  closes: '截止报名',
  opensAtOnce: '发布就开始',
  closesAtStart: '到开始为止',
  daysBefore: '天前',
  ages: '年龄',
  ageTo: '到',
  ageHint: '不限就空着',
  waitlist: '候补最多',
  parties: '家',
  coolDown: '以前报了没来的，排到后面',
  questions: '要问的',
  addQuestion: '加一个问题',
  question: (at: number) => `问题 ${at}`,
  questionKind: '怎么答',
  questionKinds: { text: '写一句', choice: '选一个', 'yes-no': '是或不是' },
  choices: '选项，用顿号分开',
  required: '一定要答',
  remove: '删掉',
  workshops: '里面的工作坊',
  addWorkshop: '加一个工作坊',
  workshop: (at: number) => `工作坊 ${at}`,
  facts: '无障碍和设施',
  access: {
    stepFree: STEP_FREE,
    ramp: '坡道',
    lift: '电梯',
    accessibleToilet: ACCESSIBLE_TOILET,
    hearingLoop: HEARING_LOOP,
  },
  amenities: { toilet: '厕所', babyRoom: '母婴室', drinkingWater: '饮水' },
  answers: { yes: '有', no: '没有', unverified: '未核实' },
  phone: '问的电话',
  publishing: '发布',
  publishAt: '什么时候发布',
  publishAtOnce: '审核通过就发布',
  publishLater: '定时',
  handIn: '提交审核',
  handInAgain: '重新提交',
  publishAlone: PUBLISH_ALONE,
  aloneHint: '只有您一人能审核，这次记为单人发布。请邀请第二位。',
  discard: DISCARD_DRAFT,
  discardSure: '这份草稿删掉就找不回来了。',
  discardKeep: '先留着',
  handedIn: '提交了，等另一位同事审核。',
  saved: (who: string, when: string) => `${who} ${when} 存的`,
  sentBack: (who: string, word: string) => `${who} 退回：${word}`,
  published: '发布了。',
  scheduled: (when: string) => `${when} 发布。`,
} as const

export const MISSING: Readonly<Record<Missing, string>> = {
  title: '请写标题',
  day: '请选日期',
  startMinute: '请写几点开始',
  endMinute: '请写几点结束',
  until: '请写到哪天',
  place: '请写在哪里',
  capacity: '请写有几个名额',
  workshops: '每个工作坊要有名字、时间和名额',
  photo: '请写照片上是什么',
}

const weekdayText = (number: number): string => WEEKDAYS[number - 1] ?? ''

export function contradictionText(found: TextContradiction): string {
  switch (found.kind) {
    case 'weekday-of-date':
      return `${monthDay(found.day as ShanghaiDay)}是${weekdayText(found.is)}，不是${weekdayText(found.said)}`
    case 'other-date':
      return `正文写 ${monthDay(found.day as ShanghaiDay)}，和选的日期不一样`
    case 'other-weekday':
      return `正文写${weekdayText(found.said)}，选的日期是${weekdayText(found.is)}`
    case 'start':
      return `正文写 ${clockText(found.said)}，上面是 ${clockText(found.is)}`
    case 'end':
      return `正文写到 ${clockText(found.said)}，上面到 ${clockText(found.is)}`
    case 'phone-short':
      return `电话 ${found.said} 少一位`
    case 'phone-long':
      return `电话 ${found.said} 多一位`
    case 'phone-differs':
      return `正文的电话 ${found.said} 和“问的电话”不一样`
  }
}

/** Everything that speaks against a date. */
export function noteTexts(notes: DateNotes): readonly string[] {
  return [
    ...(notes.isHoliday ? ['法定节假日'] : []),
    ...(notes.isWorkday ? ['调休上班'] : []),
    ...(notes.isAnnounced ? [] : [`${notes.day.slice(0, 4)} 年的放假安排还没公布`]),
    ...(notes.office === 'closed' ? ['会客厅这段时间不开'] : []),
    ...notes.taken.map(({ title, startMinute }) => `同一时间这里有“${title}”（${clockText(startMinute)}）`),
  ]
}
