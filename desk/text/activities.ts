import type { ActivityRecord, RecordRow } from '../../core/contract/activity/draft'
import { BACK_TO_ACTIVITY, NEW_ACTIVITY, NO_REGISTRATION, WHEN } from './vocabulary'
import { dayText } from './when'

export const STATE_NAMES: Readonly<Record<RecordRow['state'] | ActivityRecord['status'], string>> = {
  writing: '在写',
  handed_in: '等审核',
  sent_back: '退回来了',
  scheduled: '到时间发布',
  published: '已发布',
  withdrawn: '取消了',
}

export const ACTIVITIES = {
  title: '活动',
  make: NEW_ACTIVITY,
  shelves: { drafts: '草稿和待审', coming: '还没结束的', past: '过去的' },
  shelfMenu: '看哪些',
  office: '会客厅',
  allOffices: '全部会客厅',
  topic: '类别',
  allTopics: '全部类别',
  words: '标题或地点里的字',
  find: '找',
  when: WHEN,
  what: '活动',
  where: '在哪里',
  seats: '报名',
  state: '状态',
  by: '谁改的',
  noDay: '日期没定',
  untitled: '还没写标题',
  none: {
    drafts: '没有在写的，也没有等审核的。',
    coming: '没有还没结束的活动。请点右上角“新建活动”。',
    past: '还没有过去的活动。',
  },
  weeklyUntil: (until: string | null) => (until === null ? '每周' : `每周，到 ${dayText(until)}`),
  seatsText: (inUse: number, capacity: number, waiting: number) =>
    waiting === 0 ? `${inUse} / ${capacity}` : `${inUse} / ${capacity}，候补 ${waiting} 家`,
  noSeats: NO_REGISTRATION,
  corrections: (count: number) => `${count} 处修订没人看`,
} as const

export const BEGINNINGS = {
  title: NEW_ACTIVITY,
  back: BACK_TO_ACTIVITY,
  how: '先选一种。选错了也没关系，后面都能改。',
  registered: ['要报名的一场', '有名额，先报先得，满了排候补。'],
  weekly: ['每周一次的课', '一次写好，先看每一次的日期，节假日可以去掉或挪开。'],
  open: ['直接来', '不用报名，到场数人头。'],
  market: ['市集', '直接来；里面的工作坊可以各有名额。'],
  copy: '照着以前的写：在活动列表里打开那一场，点“照着再写一份”。',
} as const
