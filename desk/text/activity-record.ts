import { BACK_TO_ACTIVITY, PUBLISH_ALONE, SEEN_BY_RESIDENTS, WHEN } from './vocabulary'

export const RECORD = {
  back: BACK_TO_ACTIVITY,
  copy: '照着再写一份',
  correct: '改错',
  correctTitle: '改错',
  correctHow: '改完马上生效，不通知居民；另一位同事事后看。时间、地点、名额不在这里改。',
  correctSave: '马上改',
  correctDates: '改哪几次',
  correctThis: '只这一次',
  correctComing: (count: number) => `这个系列没开始的 ${count} 次都改`,
  corrected: (count: number) =>
    count === 0 ? '没有改动。' : count === 1 ? '改好了。' : `改好了 ${count} 次。`,
  cancel: '不改了',
  corrections: '修订',
  lookedBy: (who: string) => `${who} 看过了`,
  look: '看过了',
  waits: '等另一位同事看',
  alone: PUBLISH_ALONE,
  open: SEEN_BY_RESIDENTS,
  facts: '现在',
  when: WHEN,
  where: '在哪里',
  seats: '报名',
  state: '状态',
  others: '系列里还有',
  emptyWords: '（空）',
} as const
