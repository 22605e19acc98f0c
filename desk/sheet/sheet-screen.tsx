import { Alert, App, Button, Checkbox, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Output } from '../../core/contract'
import type { PaperHeads, PrintedSheet, SheetPage } from '../../core/contract/check-in/sheet'
import { call, newRequestId } from '../api/client'
import { linkTo } from '../router'
import { failureText } from '../text/failures'
import { FIND } from '../text/find'
import { SHEET } from '../text/sheet'
import { whenText } from '../text/when'
import { linesOf, paperInput, type SheetLine, type Typed } from './paper-model'
import { SheetPaper } from './sheet-paper'
import { usePolled } from './use-polled'

/** Who is registered, the sheet for the door, and the sheet that comes back. */
export function SheetScreen({ activityId }: { readonly activityId: string }) {
  const [loaded, again] = usePolled('sheet.show', { activityId })
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') {
    return (
      <>
        <div className="room__head">
          <h1>{SHEET.title}</h1>
          <Button {...linkTo('sign-in-sheet')}>{SHEET.back}</Button>
        </div>
        <Alert type="error" title={loaded.sentence} />
      </>
    )
  }
  return <Sheet page={loaded.value} onChanged={again} />
}

interface SheetProps {
  readonly page: SheetPage
  readonly onChanged: () => Promise<void>
}

function Sheet({ page, onChanged }: SheetProps) {
  const { message } = App.useApp()
  const [printed, setPrinted] = useState<PrintedSheet | null>(null)
  const [isTyping, setTyping] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const { activityId, title, sheets, counts } = page
  const sheetId = chosen ?? sheets[0]?.sheetId ?? null
  const lines = linesOf(page, sheetId)

  const print = async () => {
    const reply = await call('sheet.print', { activityId })
    if (!reply.ok) return void message.error(failureText(reply))
    // The paper has to stand on the page before the browser takes it.
    flushSync(() => setPrinted(reply.value))
    window.print()
    setPrinted(null)
    await onChanged()
  }
  return (
    <>
      <div className="no-print">
        <div className="room__head">
          <h1>{title}</h1>
          {isTyping ? null : (
            <div>
              <Button {...linkTo('sign-in-sheet')}>{SHEET.back}</Button>
              <Button
                disabled={!page.mayRecord}
                title={page.mayRecord ? undefined : SHEET.tooEarlyForPaper}
                onClick={() => setTyping(true)}
              >
                {SHEET.paper}
              </Button>
              <Button type="primary" disabled={counts.capacity === null} onClick={() => void print()}>
                {SHEET.print}
              </Button>
            </div>
          )}
        </div>
        <p>
          {whenText(page.startsAt)} · {page.place} · {SHEET.seats}{' '}
          {SHEET.seatsLine(counts.registered, counts.capacity)}
          {page.waiting > 0 ? ` · ${SHEET.waiting} ${SHEET.waitingLine(page.waiting)}` : ''} · {SHEET.came}{' '}
          <strong>{counts.heads}</strong>
        </p>
        {isTyping && sheets.length > 1 ? (
          <p>
            <Select
              aria-label={SHEET.paper}
              value={sheetId}
              options={sheets.map((one) => ({
                value: one.sheetId,
                label: SHEET.onSheet(whenText(one.printedAt)),
              }))}
              onChange={setChosen}
            />
          </p>
        ) : null}
        <section className="sheet">
          {isTyping ? (
            <Paper
              page={page}
              lines={lines}
              onClose={() => setTyping(false)}
              onSaved={async (saved) => {
                setTyping(false)
                void message.success(SHEET.saved(saved.came, saved.repeated))
                await onChanged()
              }}
            />
          ) : (
            <table className="lines">
              <Head />
              <tbody>
                {lines.map((line) => (
                  <tr key={line.party.registrationId}>
                    <Cells line={line} />
                    <td>{stateOf(line)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
      {printed === null ? null : <SheetPaper sheet={printed} />}
    </>
  )
}

const Head = () => (
  <thead>
    <tr>
      <th>{SHEET.order}</th>
      <th>{SHEET.number}</th>
      <th>{SHEET.name}</th>
      <th>{SHEET.persons}</th>
      <th>{SHEET.state}</th>
    </tr>
  </thead>
)

const nameOf = ({ party: { members } }: SheetLine): string =>
  members.find(({ name }) => name !== null)?.name ?? FIND.unnamed

const Cells = ({ line }: { readonly line: SheetLine }) => (
  <>
    <td>{line.order ?? <span className="soft">{SHEET.notPrinted}</span>}</td>
    <td>
      <strong>{line.party.number}</strong>
    </td>
    <td>
      {nameOf(line)} {line.party.wantsHelp ? <span className="state state--bad">{SHEET.help}</span> : null}
    </td>
    <td>{line.persons === 0 ? SHEET.waits : line.persons}</td>
  </>
)

const stateOf = ({ came, persons }: SheetLine): string => {
  if (came === 0) return persons === 0 ? '' : SHEET.expected
  return SHEET.cameOf(came, Math.max(came, persons))
}

interface PaperProps {
  readonly page: SheetPage
  readonly lines: readonly SheetLine[]
  readonly onClose: () => void
  readonly onSaved: (saved: Output<'sheet.record'>) => Promise<void>
}

/** Ticked and typed beside the printed order; who is checked in already is ticked, and counts once. */
function Paper({ page, lines, onClose, onSaved }: PaperProps) {
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(lines.map(({ party, came }) => [party.registrationId, came])),
  )
  const [heads, setHeads] = useState<PaperHeads>(page.paper)
  const [requestId, setRequestId] = useState(newRequestId)
  const [failure, setFailure] = useState<string | null>(null)
  const areTooMany = heads.elders > heads.walkIns
  const type = (registrationId: string, came: number) => {
    setTyped({ ...typed, [registrationId]: came })
    setRequestId(newRequestId())
  }
  const typeHeads = (changed: Partial<PaperHeads>) => {
    setHeads({ ...heads, ...changed })
    setRequestId(newRequestId())
  }
  const save = async () => {
    const reply = await call('sheet.record', {
      ...paperInput(page.activityId, lines, typed, heads),
      requestId,
    })
    setFailure(reply.ok ? null : failureText(reply))
    if (reply.ok) await onSaved(reply.value)
  }
  return (
    <>
      <div className="paper__acts">
        <label>
          {SHEET.walkIns}
          <InputNumber
            min={0}
            max={500}
            value={heads.walkIns}
            onChange={(walkIns) => typeHeads({ walkIns: walkIns ?? 0 })}
          />
          {SHEET.unit}
        </label>
        <label>
          {SHEET.elders}
          <InputNumber
            min={0}
            max={500}
            value={heads.elders}
            {...(areTooMany ? { status: 'error' as const } : {})}
            onChange={(elders) => typeHeads({ elders: elders ?? 0 })}
          />
          {SHEET.unit}
        </label>
        <Button onClick={onClose}>{SHEET.stopPaper}</Button>
        <Button type="primary" disabled={areTooMany} onClick={() => void save()}>
          {SHEET.save}
        </Button>
      </div>
      <p className="soft">{areTooMany ? SHEET.eldersTooMany : SHEET.howWalkIns}</p>
      {failure === null ? null : <Alert type="error" title={failure} />}
      <table className="lines">
        <Head />
        <tbody>
          {lines.map((line) => {
            const { registrationId, number, members } = line.party
            const came = typed[registrationId] ?? 0
            const most = Math.max(line.persons, line.came, members.filter(isHere).length)
            return (
              <tr key={registrationId}>
                <Cells line={line} />
                <td>
                  <Checkbox
                    aria-label={SHEET.ticked(`${number} ${nameOf(line)}`)}
                    checked={came > 0}
                    disabled={line.came > 0 && line.came === came}
                    onChange={({ target }) => type(registrationId, target.checked ? most : line.came)}
                  />{' '}
                  {most > 1 ? (
                    <InputNumber
                      aria-label={SHEET.howMany(number)}
                      size="small"
                      min={line.came}
                      max={most}
                      value={came}
                      onChange={(value) => type(registrationId, value ?? line.came)}
                    />
                  ) : null}{' '}
                  {line.came > 0 ? <span className="soft">{SHEET.hasCome(line.came)}</span> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

const isHere = ({ state }: SheetLine['party']['members'][number]): boolean => state !== 'cancelled'
