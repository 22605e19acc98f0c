import { createHash, randomInt } from 'node:crypto'
import type { StallPlan } from '../../../core/contract/activity/stall'
import { needsDocument } from '../../../core/domain/staff/export'
import { accept, refuse } from '../../../core/kernel/result'
import { clockText, minuteOfDay, shanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { placeOfActivity } from '../../app/permit'
import { findActivity } from '../../repositories/activity/lock-activity'
import { readPlan } from '../../repositories/stall-plan'
import { readPlannedStalls } from './planned-stalls'

type Stall = StallPlan['stalls'][number]

/** In the words that 摊位 reads back. */
const PUBLIC_COLUMNS: readonly (readonly [string, (stall: Stall) => string | null])[] = [
  ['摊位号', ({ number }) => number],
  ['类别', ({ kind }) => kind],
  ['内容', ({ name }) => name],
  ['时间', ({ hours }) => (hours === null ? null : [hours.from, hours.to].map(hourText).join(''))],
]
const CONTACT_COLUMNS: typeof PUBLIC_COLUMNS = [
  ['摊主', ({ called }) => called],
  ['电话', ({ phone }) => phone],
  ['备注', ({ note }) => note],
]

const hourText = (minute: number | null, at: number): string =>
  minute === null ? '' : `${at === 0 ? '' : '-'}${clockText(minute)}`

export const exportStalls: Handler<'stall.export'> = async (input, context) => {
  const { db, now, gateways, permit, logAs } = context
  const { activityId, contacts, purpose, document } = input
  if (gateways.writeTableFile === undefined) throw new Error('this backend writes no files of tables')
  const found = await findActivity(db, activityId)
  if (found === null || found.row.status === 'draft') return refuse('activity_not_found')
  const permitted = permit(placeOfActivity(found.row))
  if (!permitted.ok) return permitted
  if (needsDocument(purpose) && document === null) return refuse('document_missing')
  const { post } = permitted.value
  const saved = await readPlan(db, activityId)
  const stalls = await readPlannedStalls(db, permitted.value, gateways.phoneSeal, activityId, saved)
  const columns = [...PUBLIC_COLUMNS, ...(contacts ? CONTACT_COLUMNS : [])]
  const day = shanghaiDay(now)
  const number = `${day.replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`
  const file = await gateways.writeTableFile({
    sheet: '摊位',
    title: `${found.row.title} 摊位表（编号 ${number}，${post.called} ${day} ${clockText(minuteOfDay(now))} 导出，用完请删）`,
    heads: columns.map(([head]) => head),
    rows: stalls.map((stall) => columns.map(([, text]) => text(stall) ?? '')),
  })
  logAs({
    record: { kind: 'activity', id: activityId },
    changed: {
      number,
      stalls: stalls.length,
      persons: contacts ? stalls.filter(({ called, phone }) => called !== null || phone !== null).length : 0,
      columns: columns.map(([head]) => head).join('、'),
      purpose,
      ...(document === null ? {} : { document }),
      fingerprint: createHash('sha256').update(file).digest('hex').slice(0, 16),
    },
  })
  return accept({
    number,
    fileName: `摊位表-${number}.xlsx`,
    base64: Buffer.from(file).toString('base64'),
  })
}
