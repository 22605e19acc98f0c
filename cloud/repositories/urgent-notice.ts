import type { Kysely } from 'kysely'
import type { ScreenNotice } from '../../core/contract/check-in/screen'
import type { Instant } from '../../core/kernel/shanghai-time'
import type { Schema } from '../database/schema'

/** The urgent notice that stands at `now` (F48); `null` while the 街道 has none, which is always so before there is news. */
export const readUrgentNotice = (_db: Kysely<Schema>, _now: Instant): Promise<ScreenNotice | null> =>
  Promise.resolve(null)
