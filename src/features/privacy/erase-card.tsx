import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { erasureDue } from '../../../core/domain/me/erasure'
import { parseInstant, type IsoInstant } from '../../../core/kernel/shanghai-time'
import { setPendingErasure, clearCopies } from '../../api/erasure'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { SENDING } from '../../text/sending'
import { ERASE } from '../../text/me/privacy'
import { fullMomentText } from '../../text/time'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { now } from '../../api/clock'
import { ownRecordsQuery } from './own-records'

interface ErasureAheadProps {
  readonly eraseAfter: IsoInstant
  /** False: nothing was under way any more. */
  readonly onStopped: (stopped: boolean) => void
}

/** While it is ahead: the date, and one tap to stay. */
export function ErasureAhead({ eraseAfter, onStopped }: ErasureAheadProps) {
  const { state, send } = useMutation('me.cancelErasure')
  const showErasure = useErasureSaved()
  const stop = async () => {
    const outcome = await send({})
    if (outcome?.kind !== 'done') return
    onStopped(outcome.value.stopped)
    await showErasure(null)
  }
  return (
    <Card title={ERASE.scheduled(fullMomentText(parseInstant(eraseAfter)))} ground="warm">
      <Text>{ERASE.scheduledWhy}</Text>
      <MutationNote state={state} notSent={ERASE.notSent} />
      <Button look="primary" onTap={() => void stop()}>
        {state.kind === 'sending' ? SENDING : ERASE.stop}
      </Button>
    </Card>
  )
}

/** Two taps: the first says what goes and from when, the second starts the days of grace. */
export function EraseAsk() {
  const [asked, setAsked] = useState(false)
  const { state, send, forget } = useMutation('me.requestErasure')
  const showErasure = useErasureSaved()
  const ask = async () => {
    const outcome = await send({})
    if (outcome?.kind === 'done') await showErasure(outcome.value.eraseAfter)
  }
  if (!asked) {
    return (
      <Card title={ERASE.title}>
        <Text>{ERASE.why}</Text>
        <Button look="give-up" onTap={() => setAsked(true)}>
          {ERASE.ask}
        </Button>
      </Card>
    )
  }
  const keep = () => {
    forget()
    setAsked(false)
  }
  return (
    <Card title={ERASE.sureTitle} ground="warm">
      <Text>{ERASE.why}</Text>
      <Text>{ERASE.sure(fullMomentText(erasureDue(now())))}</Text>
      <MutationNote state={state} notSent={ERASE.notSent} />
      <ButtonRow>
        <Button look="primary" onTap={keep}>
          {ERASE.keep}
        </Button>
        <Button look="give-up" onTap={() => void ask()}>
          {state.kind === 'sending' ? SENDING : ERASE.doIt}
        </Button>
      </ButtonRow>
    </Card>
  )
}

/** Every page, and this one, say from now on what the backend said. */
function useErasureSaved(): (eraseAfter: IsoInstant | null) => Promise<void> {
  const client = useQueryClient()
  return async (eraseAfter) => {
    setPendingErasure(eraseAfter)
    if (eraseAfter !== null) clearCopies(client)
    await client.invalidateQueries({ queryKey: ownRecordsQuery().queryKey })
  }
}
