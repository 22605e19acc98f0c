import type { Shelved } from './act-shelf'
import type { FinalAnswer } from './kept-act'
import type { OutboxState, Unseen, Waiting } from './outbox-kinds'

/** What a page shows of the records that stand on the phone. */
export function stateOf(
  records: readonly Shelved[],
  answerOf: (record: Shelved) => FinalAnswer | null,
): OutboxState {
  const waiting: Waiting[] = []
  const unseen: Unseen[] = []
  for (const record of records) {
    const { key, act } = record
    if (act === null) {
      unseen.push({ kind: 'damaged', key })
      continue
    }
    const { endpoint, wish, happenedAt, about } = act
    const own: Waiting = { key, endpoint, wish, happenedAt, about }
    const answer = answerOf(record)
    if (answer === null) waiting.push(own)
    else unseen.push({ ...own, kind: 'answered', answer })
  }
  return { waiting, unseen }
}
