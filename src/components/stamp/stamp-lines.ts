/** What kind of house it is begins a line of its own: 金梅园 · 百姓会客厅. */
const KINDS = /(?=百姓会客厅|党群服务|综合活动室|综合服务中心)/

/** A name in the lines of a stamp; each may still be too long for one. */
export const stampLines = (name: string): readonly string[] => name.split(KINDS)
