import { instantAt, parseInstant, toIso, type Instant } from '../../../../core/kernel/shanghai-time'
import { flaw, narrow, read, readDay, readId, rewritten, type Reading } from '../../cells/cell-values'
import type { Sheet, SheetForm } from '../../cells/sheet'
import type { NoticeRow } from '../../pack'

export const noticesForm = {
  file: 'notices.csv',
  columns: ['编号', '标题', '内容', '开始', '结束'],
} as const satisfies SheetForm<string>

/** Urgent notices; `[开始, 结束)` in Shanghai time. */
export function readNotices(sheet: Sheet<(typeof noticesForm.columns)[number]>): readonly NoticeRow[] {
  const seen = new Map<string, number>()
  return sheet.rows.map((row) => {
    const id = row.required('编号', readId) ?? ''
    const earlier = seen.get(id)
    if (id !== '' && earlier !== undefined)
      row.refuse('编号', `“${id}”和第 ${earlier} 行重复了，每一行的编号要不同`)
    seen.set(id, row.number)
    const from = row.required('开始', readMoment)
    const until = row.required('结束', readMoment)
    if (from !== null && until !== null && until <= from) row.refuse('结束', '要晚于开始')
    return {
      id,
      origin: 'pack',
      title: row.requiredText('标题', 30),
      body: row.requiredText('内容', 200),
      from_at: toIso(from ?? EPOCH),
      until_at: toIso(until ?? EPOCH),
    }
  })
}

const EPOCH = parseInstant('2000-01-01T00:00:00Z')

/** 2026-11-22 18:00, with any of the ways to write a day; 24:00 ends a day. */
function readMoment(text: string): Reading<Instant> {
  const parts = /^(\S+)\s+(\d{1,2}):(\d{2})$/.exec(narrow(text))
  if (parts === null) return rewritten(text, 'day') ?? flaw(`“${text}”不是时刻，请写成 2026-11-22 18:00 这样`)
  const day = readDay(parts[1] ?? '')
  if ('flaw' in day) return day
  const minute = Number(parts[2]) * 60 + Number(parts[3])
  if (Number(parts[3]) > 59 || minute > 1440) return flaw(`“${text}”里的钟点不对，请写 0:00 到 24:00`)
  return read(instantAt(day.value, minute))
}
