import { useQueryClient } from '@tanstack/react-query'
import { UNDO } from '../../../text/door/arriving'
import { useAct } from '../../act/use-act'
import { doorQueries } from '../queries'
import { afterUndoing } from '../seen/list-after'
import { UndoAsk } from './undo-ask'

interface UndoEntryProps {
  readonly activityId: string
  readonly entryId: string
  readonly who: string
  readonly onUndone: () => void
}

/** Takes a check-in at an activity back, with its gift. */
export function UndoEntry({ activityId, entryId, who, onUndone }: UndoEntryProps) {
  const client = useQueryClient()
  const { state, send } = useAct('door.undo')
  const undo = async (reason: string) => {
    const outcome = await send({ activityId, entryId, reason })
    if (outcome?.kind !== 'done') return
    client.setQueryData(doorQueries.list(activityId).queryKey, (list) =>
      list === undefined ? list : afterUndoing(list, outcome.value),
    )
    onUndone()
  }
  return (
    <UndoAsk title={UNDO.title(who)} why={UNDO.why} state={state} onUndo={(reason) => void undo(reason)} />
  )
}
