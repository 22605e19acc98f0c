import { useState } from 'react'
import type { DoorDay } from '../../../../core/contract/check-in/door'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../../components/elements/elements'
import { Icon } from '../../../components/icon/icon'
import { UNDO } from '../../../text/door/arriving'
import { VISITS } from '../../../text/door/door'
import { FINDING } from '../../../text/door/finding'
import { momentText } from '../../../text/time'
import { useAct } from '../../act/use-act'
import { now } from '../../clock/use-now'
import { UndoAsk } from '../recent/undo-ask'

const FIRST = 5

interface VisitsTodayProps {
  readonly officeId: string
  readonly visits: DoorDay['visits']
  readonly onUndone: () => void
}

/** Who came to one's own office today, the last first; a tap on one asks whether it is to be taken back. */
export function VisitsToday({ officeId, visits, onUndone }: VisitsTodayProps) {
  const [undoing, setUndoing] = useState<DoorDay['visits'][number] | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const { state, send, forget } = useAct('door.undoVisit')
  if (visits.length === 0) return null
  const keep = () => {
    forget()
    setUndoing(null)
  }
  const undo = async (visitId: string, reason: string) => {
    if ((await send({ officeId, visitId, reason }))?.kind !== 'done') return
    keep()
    onUndone()
  }
  if (undoing !== null)
    return (
      <>
        <UndoAsk
          title={VISITS.undo(nameOf(undoing))}
          why={VISITS.why}
          state={state}
          onUndo={(reason) => void undo(undoing.visitId, reason)}
        />
        <Button onTap={keep}>{UNDO.keep}</Button>
      </>
    )
  return (
    <>
      <Heading level={2} className="section">
        {VISITS.title(visits.length)}
      </Heading>
      <View className="doors">
        {visits.slice(0, showsAll ? visits.length : FIRST).map((visit) => {
          const when = momentText(parseInstant(visit.at), now())
          return (
            <Tappable
              key={visit.visitId}
              className="tappable door-row"
              label={`${nameOf(visit)}，${when}，${UNDO.undo}`}
              onTap={() => setUndoing(visit)}
            >
              <View className="door-row__words">
                <Text className="door-row__title">{nameOf(visit)}</Text>
                <Text className="soft small">{when}</Text>
              </View>
              <Text className="soft small">{UNDO.undo}</Text>
              <Icon name="chevron-right" />
            </Tappable>
          )
        })}
      </View>
      {showsAll || visits.length <= FIRST ? null : (
        <Button onTap={() => setShowsAll(true)}>{VISITS.all(visits.length)}</Button>
      )}
    </>
  )
}

const nameOf = ({ name }: DoorDay['visits'][number]): string => name ?? FINDING.unnamed
