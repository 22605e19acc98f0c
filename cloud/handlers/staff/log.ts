import type { ActRow } from '../../../core/contract/staff'
import { accept, refuse } from '../../../core/kernel/result'
import { addDays, instantAt, toIso, type ShanghaiDay } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { readLog } from '../../repositories/post'

const PAGE = 100

export const log: Handler<'staff.log'> = async (input, { db, caller }) => {
  if (!caller.posts.some(({ role, mayReadLog }) => role === 'admin' || mayReadLog))
    return refuse('log_not_yours')
  const day = input.day as ShanghaiDay | null
  const rows = await readLog(
    db,
    {
      before: input.before,
      postId: input.postId,
      endpoint: input.endpoint,
      from: day === null ? null : instantAt(day, 0),
      until: day === null ? null : instantAt(addDays(day, 1), 0),
    },
    PAGE + 1,
  )
  const acts = rows
    .slice(0, PAGE)
    .map(({ post_id, role, called, record_kind, record_id, ...row }): ActRow => ({
      id: row.id,
      at: toIso(row.at),
      post: post_id === null || role === null || called === null ? null : { postId: post_id, role, called },
      source: row.source,
      endpoint: row.endpoint,
      record: record_kind === null || record_id === null ? null : { kind: record_kind, id: record_id },
      changed: row.changed,
    }))
  return accept({ acts, next: rows.length > PAGE ? (acts[acts.length - 1]?.id ?? null) : null })
}
