export const searchFor = (text: string): string => `在全部里搜“${text}”`

export const SEARCH_HINT = '您要办什么？'
export const ALL_KINDS = '全部'
export const KINDS_GROUP = '哪一类'

/** The order of the list, in words. */
export const orderFromHere = (byMinutes: boolean): string => `离您由近到远（${measure(byMinutes)}）`
export const orderFrom = (name: string, byMinutes: boolean): string =>
  `离${name}由近到远（${measure(byMinutes)}）`

/** Under the list, once: a line that says no hours has none yet. */
export const someUnknown = (hotline: string): string =>
  `没写几点开门的还没问到，有的位置是估计的。出门前先打 ${hotline}。`
const measure = (byMinutes: boolean): string => (byMinutes ? '步行时间' : '直线距离')
/** The compound is chosen, and nobody knows where it lies. */
export const orderUnplaced = (compound: string): string => `${compound}在哪儿还没问到，暂时排不出远近。`
export const ORDER_UNKNOWN = '选了小区，就由近到远排。'

export const foundSentence = (count: number, need: string): string =>
  need === '' ? `${count} 处会客厅和服务点` : `能办“${need}”的有 ${count} 处`

/** Above the nearest 会客厅, and above the places that stand below it from near to far. */
export const NEAREST_OFFICE = '离您最近的会客厅'
export const OTHER_OFFICES = '别的地方'

export const NOTHING_FOUND = '没有找到'
export const nothingFoundAdvice = (need: string, hotline: string): string =>
  need === ''
    ? `这一类还没有收录。要办事，请打 ${hotline} 问一问。`
    : `没有一处写着能办“${need}”。换个说法试试，或打 ${hotline} 问一问。`
export const SHOW_ALL = '看全部'
export const SHOW_MORE = '再看几处'

/** What forwarded cards say. */
export const OFFICES_CARD = '找会客厅：看哪家开着，怎么去'
