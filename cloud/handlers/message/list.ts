import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { countUnread, readConsents, readInbox } from '../../repositories/message/inbox'

export const list: Handler<'message.list'> = async ({ before }, { db, caller: { residentId } }) => {
  const [messages, unread, consents] = await Promise.all([
    readInbox(db, residentId, before),
    countUnread(db, residentId),
    readConsents(db, residentId),
  ])
  return accept({ messages, unread, consents })
}
