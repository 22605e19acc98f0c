import { MY_STAMPS } from './vocabulary'
import { KIND_NAMES } from './office/office'
import { shanghaiDay, type Instant } from '../../core/kernel/shanghai-time'

export const PASSPORT = {
  title: MY_STAMPS,
  heading: (count: number): string => `盖了 ${count} 个章`,
  how: '每到一处，扫门口的码，就盖一个章。同一处只盖一次，不用赶。',
  none: '到一处，盖一个章',
  noneAdvice: '到任何一家会客厅，扫一扫门口的码，第一个章就盖在这里。进门坐坐也算。',
  scan: '扫一扫',
  nearest: '找最近的会客厅',
  sets: KIND_NAMES as Readonly<Record<string, string>>,
  spots: '在活动现场',
  elsewhere: '以前的地方',
  complete: (total: number): string => `${total} 处都走到了`,
  completePicture: (set: string): string => `${set}全走到了`,
  visits: '我的打卡',
  olderVisits: '看以前的',
  draw: '做成一张图',
  pictureHeading: '一张图，发给家人看看',
  drawing: '正在画…',
  pictureHow: '图上没有您的名字。长按也可以保存。',
  failed: '图没有画成。请退出这一页再进来。',
  offer: '发给家人或存下来',
  pictureName: MY_STAMPS,
} as const

/** 11月28日, with the year, as a stamp is dated: it stands for years. */
export function stampDate(moment: Instant): string {
  const [year, month, date] = shanghaiDay(moment).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026.11.28, as it fits into a stamp. */
export const stampFigures = (moment: Instant): string => shanghaiDay(moment).split('-').join('.')

export const stampLabel = (name: string, moment: Instant): string => `${name}，${stampDate(moment)}盖的章`

/** What stands on the picture, from top to bottom. */
export interface PassportWords {
  readonly by: string
  readonly title: string
  readonly count: string
  /** Said where the picture does not hold all; else empty. */
  readonly latest: string
  readonly trust: string
  readonly scan: string
  readonly label: string
}

interface PictureFacts {
  readonly appName: string
  readonly names: readonly string[]
  /** Stamps that the picture has room for. */
  readonly room: number
  readonly trust: string
}

/** Places and days, and nobody's name. */
export function passportWords({ appName, names, room, trust }: PictureFacts): PassportWords {
  const count = `走过 ${names.length} 个地方`
  return {
    by: appName,
    title: '家门口走走',
    count,
    latest: names.length > room ? `图上是最近的 ${room} 处` : '',
    trust,
    scan: '扫一扫，看看您家附近',
    label: `图片：家门口走走，${count}：${names.join('、')}。${trust}`,
  }
}
