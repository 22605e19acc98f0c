import type { UseQueryResult } from '@tanstack/react-query'
import { failureOf, type Failure } from '../../api/result'
import type { ScreenState } from '../../components/screen/screen-state'
import { isInWechat } from '../../platform/send/credential'
import { momentText } from '../../text/time'
import { lastSeenText, troubleText } from '../../text/failed-page'
import { fromPhone, now } from '../../api/clock'
import { subdistrictNow } from '../../api/subdistrict'

/** What was seen stays on the screen, whatever becomes of asking again; only who has nothing reads of trouble. */
export function screenStateOf<Value>(
  query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'>,
): ScreenState<Value> {
  if (query.data !== undefined) return { kind: 'ready', value: query.data, note: noteOf(query) }
  if (query.error === null) return { kind: 'loading' }
  const { happened, advice, retry } = troubleText(failureOf(query.error), subdistrictNow(), isInWechat)
  return {
    kind: 'troubled',
    trouble: { happened, advice, onRetry: retry ? () => void query.refetch() : null },
  }
}

const noteOf = ({ error, dataUpdatedAt }: Pick<UseQueryResult, 'error' | 'dataUpdatedAt'>): string | null =>
  error === null ? null : lastSeenNote(dataUpdatedAt, failureOf(error))

/** @param seenAt milliseconds since 1970, as the query cache keeps them */
export const lastSeenNote = (seenAt: number, trouble: Failure): string =>
  lastSeenText(momentText(fromPhone(seenAt), now()), trouble)

/** Two answers that a page shows as one: the first that is missing decides. */
export function together<One, Other>(
  one: ScreenState<One>,
  other: ScreenState<Other>,
): ScreenState<readonly [One, Other]> {
  if (one.kind !== 'ready') return one
  if (other.kind !== 'ready') return other
  return { kind: 'ready', value: [one.value, other.value], note: one.note ?? other.note }
}
