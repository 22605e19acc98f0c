import { ACCESSIBLE_TOILET, HEARING_LOOP, STEP_FREE } from './vocabulary'
import type { PlaceReport } from '../../core/contract/place'
import { REASONS } from '../../src/text/life-circle'
import type { CheckedHow, OfficeFact } from '../../core/domain/office/checked'
import type { OfficeKind, OfficeStatus } from '../../core/domain/office/office'
import type { CoordinateSource } from '../../core/tables/coordinates'

const NOT_CHECKED = '还没核实'
const HOURS = '开放时间'
const SERVICES = '能办的事'

export const FACTS: Readonly<Record<OfficeFact, string>> = {
  position: '位置',
  hours: HOURS,
  access: '出入口',
  phone: '电话',
  services: SERVICES,
}

export const HOWS: Readonly<Record<CheckedHow, string>> = {
  on_site: '现场看过',
  phone: '打电话问的',
  document: '看文件',
}

export const KINDS: Readonly<Record<OfficeKind, string>> = {
  'living-room': '会客厅',
  'party-service': '党群服务站',
  'activity-room': '活动室',
  'service-centre': '服务中心',
}

export const STATUSES: Readonly<Record<OfficeStatus, string>> = {
  open: '开着',
  moved: '搬走了',
  closed: '关了',
}

export const WEEKDAY_NAMES = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

export const PLACES = {
  title: '场所',
  verified: (verified: number, all: number) => `已核实 ${verified} / ${all}`,
  kind: '类型',
  allKinds: '全部类型',
  state: '核实了没有',
  states: {
    all: '全部',
    unverified: NOT_CHECKED,
    stale: '超过一年',
    reported: '居民说不对',
    verified: '已核实',
  },
  words: '名称或地址',
  find: '找',
  none: '您的岗位没有场所。',
  name: '名称',
  address: '地址',
  checked: '核实',
  since: (day: string) => `${day} 起都核实了`,
  missing: (facts: readonly string[]) => `还差：${facts.join('、')}`,
  stale: '有的超过一年了',
  noAddress: '地址待核实',
  /** 居民说：开放时间不对（周日不开）、已经关了. */
  reports: (reports: readonly PlaceReport[]) =>
    `居民说：${reports.map(({ reason, note }) => (note === null ? REASONS[reason] : `${REASONS[reason]}（${note}）`)).join('、')}`,
} as const

export const PLACE = {
  back: '回到场所',
  save: '保存',
  saved: '存好了，居民下次打开就看到。',
  checks: '核实',
  checksHow: '改过的和打了勾的，都记成您现在核实的。',
  how: '怎么知道的',
  by: (how: string | null, called: string | null, day: string) =>
    [day, how ?? '数据包', called].filter((part) => part !== null && part !== '').join(' · '),
  never: NOT_CHECKED,
  empty: '空着',
  isRight: '没有变',
  old: '超过一年了，请再看一看',
  hours: HOURS,
  board: '照门牌抄',
  boardHint: '例如：周一至周五 8:30-11:30、13:30-17:00，双休日、节假日休息',
  readBoard: '读一下',
  fillIn: '填进去',
  boardReads: '读出来是',
  boardUnsure: '这几样请说一下：',
  boardUnknown: (words: readonly string[]) => `这些没看懂：${words.join('、')}。请改一改再读。`,
  boardSeasons: '门牌分季节：填的是现在的；别的季节请到时再改。',
  noAnswer: '先空着',
  day: (name: string) => `${name}几点到几点`,
  dayHint: '例如 8:30-11:30 13:30-17:00；不开门写“休息”；整周都不知道就七天都空着',
  dayWrong: '写成 8:30-11:30 13:30-17:00 这样，不开门写“休息”',
  alwaysOpen: '24 小时开放',
  opensOnHolidays: '节假日照常',
  zoneName: '区域名称',
  days: '特别的日子',
  daysHow: '点一天，改那一天的时间。马上生效。',
  month: (year: number, month: number) => `${year} 年 ${month} 月`,
  earlier: '上个月',
  later: '下个月',
  usual: '照平时',
  special: '另定',
  closedThen: '休息',
  unknownHours: '时间待核实',
  dayTitle: (day: string) => `${day} 这一天`,
  dayTimes: '几点到几点',
  dayNote: '为什么（居民看得到）',
  setDay: '就这么定',
  backToUsual: '照平时开',
  daySet: '这一天改好了。',
  entrances: '出入口',
  addEntrance: '加一个出入口',
  removeEntrance: '去掉这个出入口',
  entrance: (number: number) => `出入口 ${number}`,
  entranceName: '叫什么',
  newEntrance: '正门',
  stepFree: STEP_FREE,
  ramp: '坡道',
  lift: '电梯',
  toilet: ACCESSIBLE_TOILET,
  loop: HEARING_LOOP,
  door: '门宽（厘米）',
  answers: { yes: '有', no: '没有', unverified: NOT_CHECKED },
  stepAnswers: { yes: '是', no: '否', unverified: NOT_CHECKED },
  where: '在哪里',
  position: '经度、纬度',
  paste: '从地图上复制来的',
  pasteHint: '坐标、度分秒、地图的链接都行',
  source: '从哪里抄的',
  sources: {
    unknown: '不知道',
    amap: '高德',
    tencent: '微信、腾讯地图',
    baidu: '百度',
    gps: '手机 GPS',
    tianditu: '天地图',
  } satisfies Readonly<Record<CoordinateSource, string>>,
  noPosition: '还没有位置',
  pin: (source: string, place: string, metres: number | null) =>
    `${source}：${place}${metres === null ? '' : `，离现在填的 ${metres} 米`}`,
  usePin: '用选的',
  whichPin: '是哪一个',
  pasteFails: {
    'no-numbers': '里面没有坐标，请再复制一次。',
    'one-number': '只有一个数，经度和纬度都要。',
    'not-in-china': '这两个数不像这里的坐标，请再看看。',
    'short-link': '短链接里没有坐标。请在地图里长按那个点，复制坐标。',
  },
  address: '地址',
  landmark: '标志物',
  phone: '电话',
  phoneHint: '居民照着拨的号码',
  about: '介绍',
  services: SERVICES,
  street: '街道定的',
  streetHow: '这几样由编辑来改。',
  name: '名称',
  shortName: '简称',
  kind: '类型',
  neighbourhood: '居民区',
  noNeighbourhood: '不属于哪个居民区',
  status: '还开着吗',
  successor: '接替处',
  noSuccessor: '没有',
  farSure: '位置在街道外面。没有错，再按一次保存。',
  notKnown: '待核实',
} as const

/** 生活圈的设施、种类和小区: the 街道's own, which editors keep. */
export const AROUND = {
  tabs: '场所的几张表',
  offices: '会客厅和服务点',
  facilities: '生活圈',
  compounds: '小区',
  kinds: '收全了没有',
  facilityTitle: '生活圈的设施',
  compoundTitle: '小区',
  kindTitle: '每一类收全了没有',
  kindHow: '收全了的，地图才会说哪里缺。谁说的、怎么知道的都记着。',
  add: '加一处',
  newFacility: '新的一处',
  remove: '删去这一处',
  removeSure: (name: string) => `删去“${name}”？地图上马上没有了，数据包也不会再带回来。`,
  removeNo: '不删',
  removed: '删去了。',
  kind: '种类',
  allKinds: '全部种类',
  neighbourhood: '居民区',
  belongingUnknown: '还没问到',
  facilityHours: '开放时间（居民看到的字）',
  gridContact: '微网格找谁（写岗位，不写人名）',
  gridPhone: '微网格电话',
  source: '从哪里知道的',
  check: '核实',
  isChecked: '这一处都核实过了',
  by: (how: string | null, called: string | null, day: string) =>
    [day, how ?? '数据包', called].filter((part) => part !== null && part !== '').join(' · '),
  count: (count: number) => `${count} 处`,
  mark: '改成',
  complete: '收全了',
  notComplete: '还没有',
  markComplete: (name: string) => `“${name}”收全了`,
  markNot: (name: string) => `“${name}”还没收全`,
  marked: '记下了。',
  none: '这里还没有。',
  nameMissing: '要有名称',
  guess: '归属或位置是估计的',
} as const
