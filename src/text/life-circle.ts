import { MY_CIRCLE, POSITION_UNVERIFIED, UNKNOWN, unknownLine, WRONG_HOURS } from './vocabulary'
import type { FacilityGroup, ReportReason } from '../../core/domain/life-circle/facility'
import type { Coverage } from '../../core/domain/life-circle/gaps'
import type { LegKind, ProfileName } from '../../core/walkshed'
import type { Turn } from '../../core/walkshed/route/turn'
import { WHEELS_UNVERIFIED } from './office/office'

export const LIFE_CIRCLE = {
  card: '从家门口走 15 分钟，能到哪些地方',
  title: MY_CIRCLE,
  showMap: '看地图',
  hideMap: '收起地图',
  backToMine: '回到我的起点',
  list: '都有哪些地方',
  farther: '再远一点',
  groups: '看哪一类',
  all: '全部',
  gaps: '对照标准，还差什么',
  targetsAssumed: (guideline: string): string => `目标分钟参照${guideline}，还没有和原文逐项核对。`,
  sketch: '街道为示意，时间和形状都是大概的。',
  sketchedTimes: '街道还没有逐条核对，时间是大概的。',
  startHint: '点地图，换个起点。',
  back: '回到列表',
  sheetUp: '多看文字',
  sheetDown: '多看地图',
  walkThere: '带我去',
  officePage: '看这一处的详情',
  wrong: '这里不对',
  wrongThere: '少了一处？告诉我们',
  sent: '记下了，工作人员会核对。谢谢您。',
  notSent: (hotline: string): string => `还没送到。请再点一次，或打 ${hotline} 告诉我们。`,
  cancel: '不报了',
  way: '怎么走',
  old: '可能旧了',
  stale: '核实已超过一年，可能旧了，去之前请先问一问。',
  neverChecked: '还没有人到现场核实过，去之前请先问一问。',
  access: '进得去吗',
  stepsLabel: '门口台阶',
  startUnknown: '选小区，或用您的位置，就能算出走几分钟能到哪里。',
  compoundUnplaced: '这个小区的位置还没有核实，算不了时间。请换一个小区，或点地图选起点。',
} as const

export const WALKER_NAMES: Readonly<Record<ProfileName, string>> = {
  elder: '长者',
  adult: '成人',
  wheelchair: '轮椅',
  stroller: '推童车',
}

export const GROUP_NAMES: Readonly<Record<FacilityGroup, string>> = {
  living: '宜居',
  working: '宜业',
  leisure: '宜游',
  learning: '宜学',
  care: '宜养',
}

/** Names that one breath can hold. */
const NAMED = 3
/** Names of what may well be there, and nobody has put on the map. */
const UNRECORDED_NAMED = 2

export interface CircleFacts {
  /** Kinds that lie within 15 minutes, and how many of each; the most wanted first. */
  readonly near: readonly { readonly name: string; readonly count: number }[]
  readonly missing: readonly string[]
  readonly unrecorded: readonly string[]
}

/** 步行 15 分钟：2 家食堂、3 个公园；缺卫生站。 A number stays with what it counts. */
export function circleSentence({ near, missing, unrecorded }: CircleFacts): string {
  const counted = near.slice(0, NAMED).map(({ name, count }) => `${count}\u00a0${counterOf(name)}${name}`)
  const there =
    counted.length === 0 ? '步行 15 分钟内还没有登记到地方' : `步行 15 分钟：${counted.join('、')}`
  return `${there}${gapOf(missing, unrecorded)}。`
}

/** 缺 only of what is known to be missing; else what has not been put down yet. */
function gapOf(missing: readonly string[], unrecorded: readonly string[]): string {
  if (missing.length > 0) {
    const more = missing.length > NAMED ? ` 等 ${missing.length} 样` : ''
    return `；缺${missing.slice(0, NAMED).join('、')}${more}`
  }
  return unrecorded.length === 0 ? '' : `；${unrecorded.slice(0, UNRECORDED_NAMED).join('、')}还没登记`
}

/** 家 of a shop or a house that receives, 所 of a school, 条 of a way, 个 of all else. */
function counterOf(name: string): string {
  if (/学$|幼儿园$/.test(name)) return '所'
  if (name.endsWith('步道')) return '条'
  return /[堂吧店馆厅屋]$/.test(name) ? '家' : '个'
}

/** Nobody asks when a metro station or a bus stop opens. */
export const keepsHours = (kindName: string): boolean => !/^(地铁|公交)站$/.test(kindName)

/** For wheels: why rows have no minutes, once for all of them. */
export const stepsUnchecked = (number: string): string =>
  `没写几分钟的，路上有没有台阶还没查过，先打 ${number} 问一声。`

interface Unsaid {
  readonly hours: boolean
  readonly position: boolean
}

/** 没写几点开门的，先打 … 问一声。 What rows leave out, once for all of them. */
export function unsaidLine({ hours, position }: Unsaid, number: string): string | null {
  if (!hours && !position) return null
  const what = [hours ? UNKNOWN.hours : '', position ? '走几分钟' : ''].filter((one) => one !== '')
  return `没写${what.join('、')}的，先打 ${number} 问一声。`
}

interface NotKnown {
  readonly kindName: string
  readonly address: boolean
  readonly hours: boolean
  readonly position: boolean
  readonly steps: boolean
  readonly access: boolean
}

/** What is not known of one place, once, and who can tell; of a metro station nothing has to be asked. */
export function placeUnknownLine(not: NotKnown, number: string): string | null {
  if (!keepsHours(not.kindName)) return null
  const what = [
    not.address ? UNKNOWN.address : '',
    not.hours ? UNKNOWN.hours : '',
    not.position ? UNKNOWN.position : '',
    not.steps ? UNKNOWN.steps : '',
    not.access ? '坡道和厕所' : '',
  ]
  return unknownLine(
    what.filter((one) => one !== ''),
    number,
  )
}

export const STRANDED: Readonly<Record<string, string>> = {
  street_not_allowed: `${WHEELS_UNVERIFIED}。想知道能不能走，请打电话问对方。`,
  no_street_nearby: '起点附近没有收录街道，算不了时间。请换一个起点。',
  behind_barrier: '起点被水、墙或铁路隔开了，算不了时间。请把起点挪到路边。',
}

interface FromCompound {
  readonly name: string
  readonly positionVerified: boolean
}

/** 从梧桐东苑算。 */
export function fromWhere(from: 'pin' | 'position' | 'compound', compound: FromCompound | null): string {
  if (from === 'pin') return '从地图上选的起点算。'
  if (from === 'position' || compound === null) return '从您现在的位置算。'
  return compound.positionVerified ? `从${compound.name}算。` : `从${compound.name}算，小区的位置待核实。`
}

export const minutesText = (minutes: number): string => `${minutes} 分钟`

export const WALK_UNKNOWN = {
  unverified: WHEELS_UNVERIFIED,
  far: '走路太远',
  unplaced: POSITION_UNVERIFIED,
  unasked: '',
} as const

const UNRECORDED = '本地图暂未收录'

/** 卫生站 · 目标 5 分钟 · 缺. */
export function coverageText(coverage: Coverage, nearest: number | null): string {
  if (coverage === 'met') return nearest === null ? '有' : `有，${nearest} 分钟`
  const near = nearest === null ? '' : `，最近的走 ${nearest} 分钟`
  if (coverage === 'distant') return `远了${near}`
  if (coverage === 'missing') return `缺${near}`
  return nearest === null ? UNRECORDED : `最近的走 ${nearest} 分钟；更近的还没登记`
}

/** 本地图暂未收录：菜场、药店。 */
export const unrecordedLine = (kinds: readonly string[]): string => `${UNRECORDED}：${kinds.join('、')}。`

export const withinMinutes = (name: string, minutes: number): string => `${name}（${minutes} 分钟内）`

export const metresText = (metres: number): string =>
  metres < 1000 ? `${Math.max(10, Math.round(metres / 10) * 10)} 米` : `${(metres / 1000).toFixed(1)} 公里`

const TURNS: Readonly<Record<Turn, string>> = {
  start: '出发',
  straight: '直走',
  slight_left: '稍向左',
  left: '左转',
  slight_right: '稍向右',
  right: '右转',
  back: '掉头',
}
const GROUND: Readonly<Record<Exclude<LegKind, 'off_street'>, string>> = {
  street: '没有路名的路',
  steps: '台阶',
  crossing: '过街',
}

interface TurnByTurn {
  readonly kind: LegKind
  readonly street: string
  readonly turn: Turn
  readonly metres: number
  readonly gates: readonly string[]
}

/** 左转，兰溪路，走 200 米，穿过南门. */
export function legText({ kind, street, turn, metres, gates }: TurnByTurn): string {
  if (kind === 'off_street') {
    return turn === 'start' ? `走到路边，${metresText(metres)}` : `离开路边，再走 ${metresText(metres)}就到`
  }
  const ground = kind === 'steps' || street === '' ? GROUND[kind] : street
  const passed = gates.filter((name) => name !== '').map((name) => `，穿过${name}`)
  return `${TURNS[turn]}，${ground}，走 ${metresText(metres)}${passed.join('')}`
}

export const waitingText = (seconds: number): string =>
  `过大马路要等，约 ${Math.ceil(seconds / 60)} 分钟已算在内。`

/** As long as the backend takes. */
export const LONGEST_NOTE = 100

export const REPORT = {
  title: '哪里不对？',
  missingTitle: '少了哪一处？',
  note: '想补充一句吗？可不填，不用写姓名电话。',
  hint: '如：周日不开',
  missingNote: '少了什么，在哪里？不用写姓名电话。',
  missingHint: '如：兰溪路上的菜场',
  noteNeeded: '请写一句少了什么、在哪里，我们才找得到。',
  send: '送出',
} as const

export const REASONS: Readonly<Record<ReportReason, string>> = {
  closed: '已经关了',
  moved: '搬走了，位置不对',
  hours: WRONG_HOURS,
  access: '台阶、坡道、厕所不对',
  missing: '这附近少了一处',
  other: '别的不对',
}

/** Streets are drawn with, not shown: where they come from is said beside the times. */
export const timesFrom = (source: string): string => `时间按这些街道算：${source.replace(/^手绘示意，/, '')}`

export const creditLine = (source: string, licence: string | null, isSketch: boolean): string =>
  [
    isSketch ? '街道为示意' : '',
    source.replace(/^手绘示意，/, ''),
    licence === null ? '审图号待填' : `审图号：${licence}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** Said where the map has room for fewer places than there are. */
export const mapHolds = (most: number): string => `地图上画出最近的 ${most} 处，全部都在下面的列表里。`

export const ZOOM = { closer: '放大地图', wider: '缩小地图' } as const

export const mapLabel = (sentence: string): string => `地图：${sentence}下面的列表说的是同样的地方。`
