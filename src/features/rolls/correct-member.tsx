import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../components/controls/button'
import { ROLLS } from '../../text/staff/rolls'
import { useAct } from '../act/use-act'
import { OpenPerson } from '../door/person/open-person'
import { UndoAsk } from '../door/recent/undo-ask'
import { rollQueries } from './queries'
import type { RollMember } from './roll-members'

interface CorrectMemberProps {
  readonly activityId: string
  readonly member: RollMember
  readonly onDone: () => void
}

/** Came after all, or did not: one tap on a reason changes it, and the reason stays on record. */
export function CorrectMember({ activityId, member, onDone }: CorrectMemberProps) {
  const { memberId, who } = member
  const came = !member.came
  const client = useQueryClient()
  const { state, send } = useAct('door.correctRoll')
  const correct = async (reason: string) => {
    if ((await send({ activityId, memberId, came, reason }))?.kind !== 'done') return
    await client.invalidateQueries({ queryKey: rollQueries.roll(activityId).queryKey })
    await client.invalidateQueries({ queryKey: rollQueries.list().queryKey })
    onDone()
  }
  return (
    <>
      <UndoAsk
        title={came ? ROLLS.toCame(who) : ROLLS.toAbsent(who)}
        why={came ? ROLLS.cameWhy : ROLLS.absentWhy}
        state={state}
        reasons={came ? ROLLS.cameReasons : ROLLS.absentReasons}
        confirm={ROLLS.confirm}
        twice={ROLLS.correctTwice}
        onUndo={(reason) => void correct(reason)}
      />
      <OpenPerson activityId={activityId} members={[member]} />
      <Button onTap={onDone}>{ROLLS.keep}</Button>
    </>
  )
}
