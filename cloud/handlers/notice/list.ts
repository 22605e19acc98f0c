import { accept } from '../../../core/kernel/result'
import type { Handler } from '../../app/handler'
import { listNotices } from '../../repositories/news/notices'

export const list: Handler<'notice.list'> = async (_input, { db }) =>
  accept({ notices: await listNotices(db) })
