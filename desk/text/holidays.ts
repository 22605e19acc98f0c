import type { HolidayYearView } from '../../core/contract/holiday'
import { whenText } from './when'

export const HOLIDAYS = {
  title: '节假日',
  how: '照国务院办公厅每年 11 月前后的通知录。存好就算数：会客厅开不开门、每周活动排在哪几天，都照这里。重装数据包也不会改掉。',
  year: (year: number) => `${year} 年`,
  missing: (year: number) => `${year} 年的节假日还没录。`,
  missingHow: '录好以前，居民看到的开放时间后面会写“节假日安排以通知为准”。',
  source: ({ source, isComplete, by }: HolidayYearView): string => {
    if (source === 'none') return '照通知补上日子，没有的节日留着不填。'
    if (by === null) return '系统里已经有了，一般不用改。改了存好，就照您录的。'
    return `${by.called} ${whenText(by.at)} 录${isComplete ? '完' : '了一部分'}。`
  },
  usual: ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'],
  spans: '放假',
  name: '节日',
  from: '第一天',
  to: '最后一天',
  addSpan: '加一个假期',
  workdays: '调休上班（周六、周日）',
  workday: '上班的日子',
  addWorkday: '加一天',
  remove: '去掉',
  isComplete: '通知上的都录完了',
  completeHow: '不勾，就还算没录完，开放时间后面照样写“以通知为准”。',
  save: (year: number) => `存 ${year} 年的`,
  saved: '存好了，已经照这个算。',
  halfSpan: (name: string) => `“${name}”少填了一样，请补上或去掉。`,
} as const
