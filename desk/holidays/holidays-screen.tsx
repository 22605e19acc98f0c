import { Alert, App, Button, Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { DeskHolder } from '../../core/contract/desk'
import type { HolidayYearView } from '../../core/contract/holiday'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { failureText } from '../text/failures'
import { FORM } from '../text/shared'
import { draftName, useDraft } from '../shared/use-draft'
import { HOLIDAYS } from '../text/holidays'

/** 节假日: the days off and the 调休 of this year and the next, as the yearly notice has them. */
export function HolidaysScreen({ holder }: { readonly holder: DeskHolder }) {
  const [loaded, again] = useLoaded('holiday.show', {})
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  if (loaded.kind === 'loading') return null
  const { years, missing } = loaded.value
  return (
    <>
      <div className="room__head">
        <h1>{HOLIDAYS.title}</h1>
      </div>
      {missing === null ? null : (
        <Alert
          className="form-note"
          type="warning"
          title={HOLIDAYS.missing(missing)}
          description={HOLIDAYS.missingHow}
        />
      )}
      <p className="soft">{HOLIDAYS.how}</p>
      {/* What is missing comes first; whatever was saved begins anew from the answer. */}
      {[...years]
        .sort((one, other) => Number(other.year === missing) - Number(one.year === missing))
        .map((view) => (
          <Year
            key={`${view.year} ${view.version}`}
            view={view}
            name={draftName(holder, `holidays:${view.year}`)}
            onSaved={again}
          />
        ))}
    </>
  )
}

interface Row {
  readonly key: number
  readonly name: string
  readonly from: string
  readonly to: string
}

interface DayRow {
  readonly key: number
  readonly day: string
}

interface TypedYear {
  readonly rows: readonly Row[]
  readonly days: readonly DayRow[]
  readonly isComplete: boolean
}

interface YearProps {
  readonly view: HolidayYearView
  /** Under which what was typed lies in this browser until it is saved. */
  readonly name: string
  readonly onSaved: () => Promise<void>
}

const rowsOf = ({ source, spans }: HolidayYearView): readonly Row[] =>
  source === 'none'
    ? HOLIDAYS.usual.map((name, key) => ({ key, name, from: '', to: '' }))
    : spans.map((span, key) => ({ key, ...span }))

const nextKey = (rows: readonly { readonly key: number }[]): number =>
  Math.max(-1, ...rows.map(({ key }) => key)) + 1

function Year({ view, name: draft, onSaved }: YearProps) {
  const { message } = App.useApp()
  const { year } = view
  const [begin] = useState<TypedYear>(() => ({
    rows: rowsOf(view),
    days: view.workdays.map((day, key) => ({ key, day })),
    isComplete: view.isComplete,
  }))
  const stored = useDraft<TypedYear>(draft, { value: begin, version: view.version })
  // What was typed over an older version is refused with who saved meanwhile.
  const version = stored.version ?? view.version
  const { rows, days, isComplete } = stored.value
  const type = (more: Partial<TypedYear>) => stored.change({ ...stored.value, ...more })
  const setRows = (changed: readonly Row[]) => type({ rows: changed })
  const setDays = (changed: readonly DayRow[]) => type({ days: changed })
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const change = (key: number, changed: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)))
  const save = async () => {
    const begun = rows.filter(({ from, to }) => from !== '' || to !== '')
    const half = begun.find(({ name, from, to }) => name.trim() === '' || from === '' || to === '')
    if (half !== undefined) return setFailure(HOLIDAYS.halfSpan(half.name))
    setSaving(true)
    const reply = await call('holiday.save', {
      year,
      version,
      spans: begun.map(({ name, from, to }) => ({ name: name.trim(), from, to })),
      workdays: days.flatMap(({ day }) => (day === '' ? [] : [day])),
      isComplete,
      requestId: newRequestId(),
    })
    setSaving(false)
    setFailure(reply.ok ? null : failureText(reply))
    if (!reply.ok) return
    stored.forget()
    void message.success(HOLIDAYS.saved)
    await onSaved()
  }
  const dateInput = (label: string, value: string, onChange: (day: string) => void): ReactNode => (
    <Input
      type="date"
      aria-label={label}
      style={{ width: 160 }}
      min={`${year - 1}-12-25`}
      max={`${year + 1}-01-07`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  )
  const removeButton = (of: string, onClick: () => void): ReactNode => (
    <Button aria-label={`${HOLIDAYS.remove} ${of}`} onClick={onClick}>
      {HOLIDAYS.remove}
    </Button>
  )
  return (
    <section className="sheet" aria-labelledby={`holidays-${year}`}>
      <h2 id={`holidays-${year}`}>{HOLIDAYS.year(year)}</h2>
      <p className="soft">{HOLIDAYS.source(view)}</p>
      {stored.isRestored ? (
        <Alert
          className="form-note"
          type="info"
          title={FORM.restored}
          action={<Button onClick={stored.forget}>{FORM.useStored}</Button>}
        />
      ) : null}
      {failure === null ? null : <Alert className="form-note" type="error" title={failure} role="alert" />}
      <div className="holidays">
        <div>
          <h3>{HOLIDAYS.spans}</h3>
          <table className="invite">
            <thead>
              <tr>
                <th>{HOLIDAYS.name}</th>
                <th>{HOLIDAYS.from}</th>
                <th>{HOLIDAYS.to}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.key}>
                  <td>
                    <Input
                      aria-label={`${HOLIDAYS.name} ${index + 1}`}
                      maxLength={12}
                      style={{ width: 120 }}
                      value={row.name}
                      onChange={({ target }) => change(row.key, { name: target.value })}
                    />
                  </td>
                  <td>
                    {dateInput(`${row.name} ${HOLIDAYS.from}`, row.from, (from) => change(row.key, { from }))}
                  </td>
                  <td>{dateInput(`${row.name} ${HOLIDAYS.to}`, row.to, (to) => change(row.key, { to }))}</td>
                  <td>{removeButton(row.name, () => setRows(rows.filter(({ key }) => key !== row.key)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button onClick={() => setRows([...rows, { key: nextKey(rows), name: '', from: '', to: '' }])}>
            {HOLIDAYS.addSpan}
          </Button>
        </div>
        <div>
          <h3>{HOLIDAYS.workdays}</h3>
          <table className="invite">
            <tbody>
              {days.map(({ key, day }, index) => (
                <tr key={key}>
                  <td>
                    {dateInput(`${HOLIDAYS.workday} ${index + 1}`, day, (changed) =>
                      setDays(days.map((row) => (row.key === key ? { key, day: changed } : row))),
                    )}
                  </td>
                  <td>
                    {removeButton(`${HOLIDAYS.workday} ${index + 1}`, () =>
                      setDays(days.filter((row) => row.key !== key)),
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button onClick={() => setDays([...days, { key: nextKey(days), day: '' }])}>
            {HOLIDAYS.addWorkday}
          </Button>
        </div>
      </div>
      <div className="holidays__save">
        <Checkbox checked={isComplete} onChange={({ target }) => type({ isComplete: target.checked })}>
          {HOLIDAYS.isComplete}
        </Checkbox>
        <p className="soft">{HOLIDAYS.completeHow}</p>
        <Button type="primary" loading={isSaving} onClick={() => void save()}>
          {HOLIDAYS.save(year)}
        </Button>
      </div>
    </section>
  )
}
