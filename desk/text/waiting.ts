import { ALL_TOLD, AS_PLANNED, ENDED_EARLY, UPDATED_EVERY_5_S, leftToTell } from './vocabulary'
import type { ChangeNotice } from '../../core/contract/activity/activity-page'
import type { UnverifiedPlaces } from '../../core/contract/place'
import type { Waiting } from '../../core/contract/staff'
import { WAITING_SHOWN } from '../../core/domain/staff/post'
import { stillWaiting } from '../../core/domain/staff/still-waiting'
import { REASONS } from '../../src/text/life-circle'
import { HOLIDAYS } from './holidays'
import { AROUND } from './places'

export const WAITING = {
  title: '待办',
  live: UPDATED_EVERY_5_S,
  nothing: '现在没有等着办的事。',
  lists: {
    drafts: '等审核',
    corrections: '改错等第二个人看',
    plans: '摊位表等第二个人发布',
    changed: '有变动',
    rolls: '可以关的点名册',
    words: '居民说了 3 天还没回音的',
    screens: '没连上的大屏',
    holidays: '节假日',
  } satisfies Record<keyof Waiting, string>,
  by: (called: string, when: string) => `${called} ${when} 交`,
  left: leftToTell,
  allTold: ALL_TOLD,
  rollsHow: '纸质签到单先录完，再在手机小程序里关：“我的” → “工作人员” → “点名册”。',
  list: (title: string) => `名单：${title}`,
  suggestion: '意见',
  report: '地图报错',
  screensHow: '点开看怎么办，不再用的在那里停用。',
  holidaysHow: HOLIDAYS.missingHow,
  enterHolidays: HOLIDAYS.missing,
  neverSeen: '配对以后还没上线',
  seen: (when: string) => `最后在线 ${when}`,
  today: '今天的活动',
  places: '要看一看的场所',
  placesHow: '不用赶，去过、打过电话问过一处，核实一处。',
} as const

const NAMES = Object.keys(WAITING.lists) as readonly (keyof Waiting)[]

/** 3; 50+ where a list may be longer than what is shown of it; empty where nothing waits. */
export function countText(waiting: Waiting, ...names: readonly (keyof Waiting)[]): string {
  const counted = names.length === 0 ? NAMES : names
  const count = counted.reduce((sum, name) => sum + stillWaiting(waiting[name]), 0)
  const isMore = counted.some((name) => waiting[name].length >= WAITING_SHOWN)
  return count === 0 ? '' : `${count}${isMore ? '+' : ''}`
}

export const PLACE_LISTS: Readonly<
  Record<UnverifiedPlaces['list'], { readonly path: string; readonly name: string }>
> = {
  offices: { path: 'places', name: AROUND.offices },
  facilities: { path: 'places/facilities', name: AROUND.facilities },
}

/** 会客厅和服务点：66 处里 54 处还没核实. */
export const unverifiedText = ({ list, all, unverified }: UnverifiedPlaces): string =>
  `${PLACE_LISTS[list].name}：${all} 处里 ${unverified} 处还没核实`

/** 会客厅和服务点：3 处居民说不对. */
export const reportedText = ({ list, reported }: UnverifiedPlaces): string =>
  `${PLACE_LISTS[list].name}：${reported} 处居民说不对`

/** Where they are answered: on the phone. */
export function wordsHow(words: Waiting['words']): string {
  const pages = [
    ...(words.some(({ report }) => report === null) ? ['“街坊的意见”'] : []),
    ...(words.some(({ report }) => report !== null) ? ['“地图报错”'] : []),
  ]
  return `在手机小程序里办：“我的” → “工作人员” → ${pages.join('、')}。`
}

/** 地图报错 · 兰溪路菜场 · 时间不对：周日不开; 意见：路灯不亮. */
export function wordsText({ text, report }: Waiting['words'][number]): string {
  const place = report?.placeName ?? null
  const about =
    report === null
      ? WAITING.suggestion
      : [WAITING.report, ...(place === null ? [] : [place]), REASONS[report.reason]].join(' · ')
  return text === null ? about : `${about}：${text}`
}

export const CHANGED: Readonly<Record<ChangeNotice['kind'], string>> = {
  'as-planned': AS_PLANNED,
  indoors: '改了地点',
  postponed: '推迟',
  'brought-forward': '提前',
  cancelled: '取消',
  'ended-early': ENDED_EARLY,
  'decided-tomorrow': '明早再定',
  note: '补了一句',
}
