import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { countUnread, markRead as record } from '../../repositories/message/inbox'

export const markRead: Handler<'message.markRead'> = async ({ upTo }, { db, caller, now }) => {
  await record(db, caller.residentId, upTo, now)
  return accept({ unread: await countUnread(db, caller.residentId) })
}
