import { SUGGESTION_PHONE_DAYS } from '../../core/domain/me/suggestion'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { forgetPhonesOf } from '../repositories/suggestion'

const DAY_MS = 86_400_000

/** A number that was left to be called is kept for 30 days. */
export const forgetSuggestionPhones = (db: Database, now: Instant): Promise<number> =>
  forgetPhonesOf(db, instant(now - SUGGESTION_PHONE_DAYS * DAY_MS))
