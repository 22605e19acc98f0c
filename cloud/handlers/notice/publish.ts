import { randomUUID } from 'node:crypto'
import { decideNotice } from '../../../core/domain/news/notice'
import { accept } from '../../../core/kernel/result'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { recordNotice } from '../../repositories/news/notices'

export const publish: Handler<'notice.publish'> = async (input, { db, caller, now }) => {
  const { title, text, until } = input
  const times = decideNotice(parseInstant(until), now)
  if (!times.ok) return times
  const noticeId = randomUUID()
  await recordNotice(db, { id: noticeId, title, text, ...times.value }, caller.residentId)
  return accept({ noticeId })
}
