import { checkStateOf, SUGGESTION_PHONE_DAYS } from '../../core/domain/me/suggestion'
import { instant, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import type { CheckText } from '../gateways/wechat/text-check'
import { forgetPhonesOf, readUnchecked, recordCheck } from '../repositories/suggestion'

const DAY_MS = 86_400_000
/** So that one round ends; the next minute goes on. */
const MOST_A_ROUND = 100

/**
 * Asks WeChat about texts that were kept without an answer, and ends for this minute where it still gives none.
 * Gives how many were judged. Safe on several instances: a second verdict on the same text changes nothing.
 */
export async function checkSuggestions(db: Database, check: CheckText): Promise<number> {
  let judged = 0
  for (const { suggestionId, openid, content } of await readUnchecked(db, MOST_A_ROUND)) {
    const state = checkStateOf(await check({ openid, content }))
    if (state === 'unchecked') return judged
    if (await recordCheck(db, suggestionId, state)) judged += 1
  }
  return judged
}

/** A number that was left to be called is kept for 30 days. */
export const forgetSuggestionPhones = (db: Database, now: Instant): Promise<number> =>
  forgetPhonesOf(db, instant(now - SUGGESTION_PHONE_DAYS * DAY_MS))
