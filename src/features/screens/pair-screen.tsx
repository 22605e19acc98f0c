import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { parseCode } from '../../../core/domain/check-in/codes/code'
import { Button } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { canScan, scan } from '../../platform/scan/scan'
import { SENDING, notSentTwice } from '../../text/sending'
import { WALL_SCREENS } from '../../text/staff/wall-screens'
import { MutationNote } from '../page/mutation-note'
import { useMutation } from '../../api/mutation'
import { screenQueries } from './queries'

interface PairScreenProps {
  readonly officeId: string
  readonly scanned: string | null
}

/** Scan the screen, type its digits: the screen then has a key of this office. */
export function PairScreen({ officeId, scanned }: PairScreenProps) {
  const client = useQueryClient()
  const [pairingId, setPairingId] = useState(scanned)
  const [digits, setDigits] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { state, send, forget } = useMutation('screen.pair')

  const startAnew = (found: string | null) => {
    forget()
    setDigits('')
    setFault(null)
    setPairingId(found)
  }
  const scanScreen = async () => {
    const read = await scan()
    if (read.kind !== 'scanned') return
    const code = parseCode(read.text)
    startAnew(code?.kind === 'pairing' ? code.pairingId : null)
    if (code?.kind !== 'pairing') setFault(WALL_SCREENS.notPairing)
  }
  const pair = async () => {
    if (pairingId === null) return
    const wellFormed = /^\d{2}$/.test(digits.trim())
    setFault(wellFormed ? null : WALL_SCREENS.digitsMissing)
    if (!wellFormed) return
    const outcome = await send({ pairingId, digits: digits.trim(), officeId })
    if (outcome?.kind === 'done')
      await client.invalidateQueries({ queryKey: screenQueries.list(officeId).queryKey })
  }
  const scanButton = (words: string, first: boolean) =>
    canScan ? (
      <Button look={first ? 'primary' : 'secondary'} icon="scan-line" onTap={() => void scanScreen()}>
        {words}
      </Button>
    ) : (
      <Note>{WALL_SCREENS.scanInWeChat}</Note>
    )
  if (state.kind === 'done') {
    return (
      <Card title={WALL_SCREENS.paired} ground="warm">
        <Button onTap={() => startAnew(null)}>{WALL_SCREENS.another}</Button>
      </Card>
    )
  }
  return (
    <Card title={WALL_SCREENS.pair} ground={pairingId === null ? 'plain' : 'warm'}>
      {pairingId === null ? (
        <>
          <Text>{WALL_SCREENS.how}</Text>
          {fault === null ? null : <Note>{fault}</Note>}
          {scanButton(WALL_SCREENS.scan, true)}
        </>
      ) : (
        <>
          <Field
            label={WALL_SCREENS.digits}
            hint={WALL_SCREENS.digitsHint}
            value={digits}
            keys="number"
            longest={2}
            fault={fault}
            onChange={setDigits}
          />
          <MutationNote state={state} notSent={notSentTwice(WALL_SCREENS.twice)} />
          <Button look="primary" onTap={() => void pair()}>
            {state.kind === 'sending' ? SENDING : WALL_SCREENS.doPair}
          </Button>
          {canScan ? scanButton(WALL_SCREENS.scanAgain, false) : null}
        </>
      )}
    </Card>
  )
}
