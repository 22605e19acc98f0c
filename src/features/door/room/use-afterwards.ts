import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOutbox } from '../../../api/outbox/use-outbox'
import { outbox } from '../../../api/outbox/own-outbox'
import type { Unseen } from '../../../api/outbox/outbox-kinds'
import { answeredAt } from '../acts/waiting-acts'
import { doorQueries } from '../queries'

/** Last words that came later: what was done is read anew from the backend, what was not is to be read by staff. */
export function useAfterwards(
  activityId: string,
  isUnderway: boolean,
): readonly Extract<Unseen, { kind: 'answered' }>[] {
  const client = useQueryClient()
  const { unseen } = useOutbox()
  const answered = isUnderway ? [] : answeredAt(activityId, unseen)
  const done = answered.filter(({ answer }) => answer.kind === 'done').map(({ key }) => key)
  const doneKeys = done.join(' ')
  useEffect(() => {
    if (doneKeys === '') return
    // Read first, forget then: in between, nobody vanishes from the counts.
    void client
      .refetchQueries({ queryKey: doorQueries.list(activityId).queryKey })
      .then(() => doneKeys.split(' ').forEach((key) => outbox.seen(key)))
  }, [client, activityId, doneKeys])
  return answered
}
