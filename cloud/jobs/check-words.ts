import { checkStateOf, type CheckState } from '../../core/domain/me/suggestion'
import type { Database } from '../database/connect'
import type { CheckText } from '../gateways/wechat/text-check'
import { readUncheckedNotes, recordNoteCheck } from '../repositories/life-circle'
import { readUnchecked, recordCheck, type KeptWords } from '../repositories/suggestion'

/** So that one round ends; the next minute goes on. */
const MOST_A_ROUND = 100

export const checkSuggestions = async (db: Database, check: CheckText): Promise<number> =>
  judge(await readUnchecked(db, MOST_A_ROUND), check, (id, state) => recordCheck(db, id, state))

/** The notes of 这里不对. */
export const checkReports = async (db: Database, check: CheckText): Promise<number> =>
  judge(await readUncheckedNotes(db, MOST_A_ROUND), check, (id, state) => recordNoteCheck(db, id, state))

/**
 * Asks WeChat about words that were kept without an answer, and ends for this minute where it still gives none.
 * Gives how many were judged. Safe on several instances: a second verdict on the same words changes nothing.
 */
async function judge(
  kept: readonly KeptWords[],
  check: CheckText,
  record: (id: string, state: Exclude<CheckState, 'unchecked'>) => Promise<boolean>,
): Promise<number> {
  let judged = 0
  for (const { id, openid, content } of kept) {
    const state = checkStateOf(await check({ openid, content }))
    if (state === 'unchecked') return judged
    if (await record(id, state)) judged += 1
  }
  return judged
}
