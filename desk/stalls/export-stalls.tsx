import { App, Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { EXPORT_PURPOSES, needsDocument, type ExportPurpose } from '../../core/domain/staff/export'
import { call } from '../api/client'
import { failureText } from '../text/failures'
import { EXPORT, PURPOSES } from '../text/stalls'

interface ExportStallsProps {
  readonly activityId: string
  /** What is typed and not saved is not in the file. */
  readonly isTouched: boolean
}

/** 导出: what was saved last as a file, with its purpose in the log. */
export function ExportStalls({ activityId, isTouched }: ExportStallsProps) {
  const { message } = App.useApp()
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null)
  const [document, setDocument] = useState('')
  const [contacts, setContacts] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const asksDocument = purpose !== null && needsDocument(purpose)
  const save = async () => {
    if (purpose === null) return setSaid(EXPORT.purposeMissing)
    if (asksDocument && document.trim() === '') return setSaid(EXPORT.documentMissing)
    setBusy(true)
    const reply = await call('stall.export', {
      activityId,
      contacts,
      purpose,
      document: asksDocument ? document.trim() : null,
    })
    setBusy(false)
    if (!reply.ok) return void message.error(failureText(reply))
    const { number, fileName, base64 } = reply.value
    download(base64, fileName)
    setSaid(EXPORT.saved(number))
  }
  return (
    <section className="sheet">
      <h2>{EXPORT.title}</h2>
      <div className="field__row">
        <Select<ExportPurpose>
          aria-label={EXPORT.purpose}
          placeholder={EXPORT.purpose}
          style={{ width: 200 }}
          value={purpose}
          options={EXPORT_PURPOSES.map((value) => ({ value, label: PURPOSES[value] }))}
          onChange={(chosen) => {
            setPurpose(chosen)
            setSaid(null)
          }}
        />
        {asksDocument ? (
          <Input
            aria-label={EXPORT.document}
            placeholder={EXPORT.document}
            style={{ width: 220 }}
            maxLength={60}
            value={document}
            onChange={({ target }) => setDocument(target.value)}
          />
        ) : null}
        <Checkbox checked={contacts} onChange={({ target }) => setContacts(target.checked)}>
          {EXPORT.contacts}
        </Checkbox>
        <Button disabled={isTouched} loading={isBusy} onClick={() => void save()}>
          {EXPORT.save}
        </Button>
      </div>
      <p className="soft stalls__note" role="status">
        {isTouched ? EXPORT.saveFirst : (said ?? EXPORT.how)}
      </p>
    </section>
  )
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function download(base64: string, fileName: string): void {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
  const link = window.document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
