import { accept } from '../../../core/kernel/result'
import { parseInstant, toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { listRecords } from '../../repositories/activity/records'

export const records: Handler<'draft.records'> = async ({ after, ...filter }, { db, now, reach }) => {
  const from = after === null ? null : { at: parseInstant(after.at), id: after.id }
  const page = await listRecords(db, reach, { ...filter, after: from }, now)
  return accept({
    records: page.records,
    next: page.next === null ? null : { at: toIso(page.next.at), id: page.next.id },
  })
}
