import { Button } from 'antd'
import { useId } from 'react'
import type { StallPlan } from '../../core/contract/activity/stall'
import { PLAN, STALLS } from '../text/stalls'
import {
  answered,
  COLUMNS,
  formerOf,
  typed,
  type Column,
  type Faults,
  type Former,
  type Row,
  type RowAsk,
} from './stall-model'

interface StallTableViewProps {
  readonly rows: readonly Row[]
  readonly faults: ReadonlyMap<number, Faults>
  readonly plan: StallPlan
  readonly kind: string
  readonly onChange: (rows: readonly Row[]) => void
}

const NONE: Faults = {}

/** Every cell can be typed into; red with the reason, yellow with the question, and beneath what it was before. */
export function StallTableView({ rows, faults, plan, kind, onChange }: StallTableViewProps) {
  if (rows.length === 0) return null
  return (
    <div className="stalls__scroll">
      <table className="stalls">
        <thead>
          <tr>
            <td />
            {COLUMNS.map((column) => (
              <th key={column} className={`stalls__${column}`}>
                {STALLS.columns[column]}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Line
              key={row.key}
              row={row}
              at={at + 1}
              faults={faults.get(row.key) ?? NONE}
              former={formerOf(row, plan.stalls, kind)}
              kind={kind}
              onType={(column, text) => onChange(typed(rows, row.key, column, text))}
              onAnswer={(ask, values) => onChange(answered(rows, row.key, ask, values))}
              onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LineProps {
  readonly row: Row
  /** Counted from one. */
  readonly at: number
  readonly faults: Faults
  readonly former: Former
  readonly kind: string
  readonly onType: (column: Column, text: string) => void
  readonly onAnswer: (ask: RowAsk, values: readonly string[]) => void
  readonly onRemove: () => void
}

function Line({ row, at, faults, former, kind, onType, onAnswer, onRemove }: LineProps) {
  return (
    <>
      <tr>
        <th scope="row" className="stalls__at">
          {at}
          {former === null && row.cells.number !== '' ? <small>{STALLS.isNew}</small> : null}
        </th>
        {COLUMNS.map((column) => (
          <td key={column} data-column={STALLS.columns[column]}>
            <CellField
              label={`${STALLS.columns[column]} ${at}`}
              text={row.cells[column]}
              placeholder={column === 'kind' ? kind : ''}
              isFixed={row.isHeld && (column === 'name' || column === 'number')}
              isAsked={row.asks.some((ask) => ask.column === column)}
              fault={faults[column] ?? null}
              former={former?.[column] ?? null}
              note={noteOf(row, column, former?.isMoved === true)}
              onType={(text) => onType(column, text)}
            />
          </td>
        ))}
        <td>
          {row.isHeld ? null : (
            <Button
              size="small"
              type="text"
              aria-label={STALLS.removeLabel(row.cells.number, at)}
              onClick={onRemove}
            >
              {STALLS.remove}
            </Button>
          )}
        </td>
      </tr>
      {row.asks.map((ask) => (
        <tr key={ask.question} className="stalls__asked">
          <td />
          <td colSpan={COLUMNS.length + 1}>
            <div className="stalls__ask" role="group" aria-label={ask.question}>
              {ask.question}
              {ask.answers.map(({ say, values }) => (
                <Button key={say} size="small" onClick={() => onAnswer(ask, values)}>
                  {say}
                </Button>
              ))}
            </div>
          </td>
        </tr>
      ))}
    </>
  )
}

/** What was understood stands where the row begins to be read; why a sign cannot be typed, beside the sign. */
const noteOf = ({ notes, isHeld }: Row, column: Column, isMoved: boolean): string => {
  if (column === 'name' && isHeld) return STALLS.held
  const said = isMoved ? [...notes, PLAN.moved] : notes
  return column === 'number' ? [...new Set(said)].join('；') : ''
}

interface CellFieldProps {
  readonly label: string
  readonly text: string
  readonly placeholder: string
  readonly isFixed: boolean
  readonly isAsked: boolean
  readonly fault: string | null
  readonly former: string | null
  readonly note: string
  readonly onType: (text: string) => void
}

function CellField(props: CellFieldProps) {
  const { label, text, placeholder, isFixed, isAsked, fault, former, note, onType } = props
  const id = useId()
  const isSaid = fault !== null || former !== null || note !== ''
  return (
    <>
      <input
        className={`stalls__input${fault === null ? '' : ' stalls__input--wrong'}${isAsked ? ' stalls__input--asked' : ''}`}
        aria-label={label}
        aria-invalid={fault !== null}
        aria-describedby={isSaid ? id : undefined}
        readOnly={isFixed}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => onType(target.value)}
      />
      {isSaid ? (
        <div id={id} className="stalls__said">
          {fault === null ? null : <p className="stalls__fault">{fault}</p>}
          {former === null ? null : <p className="soft">{STALLS.former(former)}</p>}
          {note === '' ? null : <p className="soft">{note}</p>}
        </div>
      ) : null}
    </>
  )
}
