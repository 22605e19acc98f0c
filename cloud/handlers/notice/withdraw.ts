import { accept, refuse } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { withdrawNotice } from '../../repositories/news/notices'

export const withdraw: Handler<'notice.withdraw'> = async ({ noticeId }, { db, caller, now }) =>
  (await withdrawNotice(db, noticeId, now, caller.residentId))
    ? accept({ noticeId })
    : refuse('notice_not_found')
