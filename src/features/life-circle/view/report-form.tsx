import { useState } from 'react'
import { REPORT_REASONS, type ReportReason } from '../../../../core/domain/life-circle/facility'
import { Button } from '../../../components/controls/button'
import { Choice, Choices } from '../../../components/controls/choice'
import { Field } from '../../../components/controls/field'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { SENDING } from '../../../text/acts'
import { LIFE_CIRCLE, LONGEST_NOTE, REASONS, REPORT } from '../../../text/life-circle'
import { ActNote } from '../../act/act-note'
import { useAct } from '../../act/use-act'

interface ReportFormProps {
  /** `null`: a place is missing on the map. */
  readonly facilityId: string | null
  readonly onDone: () => void
}

/** What is wrong, and a line about it if one likes. The same report again after a lost answer arrives once. */
export function ReportForm({ facilityId, onDone }: ReportFormProps) {
  const isMissing = facilityId === null
  const { state, send } = useAct('lifeCircle.report')
  const [reason, choose] = useState<ReportReason | null>(isMissing ? 'missing' : null)
  const [note, setNote] = useState('')
  const [needsNote, setNeedsNote] = useState(false)

  function sendReport(chosen: ReportReason): void {
    const words = note.trim()
    // Of a place that nobody has recorded, the line is all there is.
    setNeedsNote(isMissing && words === '')
    if (isMissing && words === '') return
    void send({ facilityId, reason: chosen, note: words === '' ? null : words })
  }

  if (state.kind === 'done') return <Note icon="check">{LIFE_CIRCLE.sent}</Note>
  return (
    <Card title={isMissing ? REPORT.missingTitle : REPORT.title} ground="warm">
      {isMissing ? null : (
        <Choices>
          {REPORT_REASONS.filter((one) => one !== 'missing').map((one) => (
            <Choice key={one} title={REASONS[one]} chosen={one === reason} onChoose={() => choose(one)} />
          ))}
        </Choices>
      )}
      {reason === null ? null : (
        <>
          <Field
            label={isMissing ? REPORT.missingNote : REPORT.note}
            hint={isMissing ? REPORT.missingHint : REPORT.hint}
            value={note}
            longest={LONGEST_NOTE}
            fault={needsNote ? REPORT.noteNeeded : null}
            onChange={setNote}
          />
          <ActNote state={state} notSent={LIFE_CIRCLE.notSent} />
          <Button look="primary" onTap={() => sendReport(reason)}>
            {state.kind === 'sending' ? SENDING : REPORT.send}
          </Button>
        </>
      )}
      <Button onTap={onDone}>{LIFE_CIRCLE.cancel}</Button>
    </Card>
  )
}
