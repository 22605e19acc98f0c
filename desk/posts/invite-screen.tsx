import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { NewInvitation } from '../../core/contract/staff'
import { call } from '../api/client'
import { goTo } from '../router'
import { failureText } from '../text/failures'
import { INVITE } from '../text/invite'
import { POSTS } from '../text/posts'
import {
  emptyRow,
  faultsOf,
  invitationOf,
  rowsIn,
  type InviteColumn,
  type InviteFaults,
  type InviteRow,
} from './invite-model'
import { Slips } from './slips'

interface InviteScreenProps {
  readonly offices: readonly { readonly id: string; readonly name: string }[]
}

const COLUMNS: readonly (readonly [InviteColumn, string])[] = [
  ['called', POSTS.called],
  ['offices', POSTS.offices],
  ['role', POSTS.role],
  ['until', POSTS.until],
]

/** One line for each colleague, typed or pasted; nothing is sent while a cell is wrong. */
export function InviteScreen({ offices }: InviteScreenProps) {
  const [rows, setRows] = useState<readonly InviteRow[]>([emptyRow(0)])
  const [pasted, setPasted] = useState('')
  const [isJudged, setJudged] = useState(false)
  const [isSending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [sent, setSent] = useState<readonly NewInvitation[] | null>(null)
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1

  const change = (key: number, column: InviteColumn, value: string) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, [column]: value } : row)))
  const readPasted = () => {
    const typed = rows.filter(({ called, offices: named }) => called !== '' || named !== '')
    setRows([...typed, ...rowsIn(pasted, nextKey)])
    setPasted('')
    setJudged(true)
  }
  const send = async () => {
    setJudged(true)
    if (rows.some((row) => Object.keys(faultsOf(row, offices)).length > 0)) return
    setSending(true)
    const reply = await call('staff.invite', {
      invitations: rows.map((row) => invitationOf(row, offices)),
    })
    setSending(false)
    setFailure(reply.ok ? null : failureText(reply))
    if (reply.ok) setSent(reply.value.invitations)
  }
  return (
    <>
      <div className="room__head no-print">
        <h1>{INVITE.title}</h1>
        <div>
          <Button onClick={() => goTo('posts')}>{INVITE.back}</Button>
          {sent === null ? (
            <Button type="primary" loading={isSending} onClick={() => void send()}>
              {INVITE.send(rows.length)}
            </Button>
          ) : null}
        </div>
      </div>
      {sent === null ? (
        <section className="sheet">
          <p>{INVITE.how}</p>
          {failure === null ? null : <Alert type="error" title={failure} />}
          <div className="invite__paste">
            <Input.TextArea
              aria-label={INVITE.paste}
              placeholder={INVITE.paste}
              rows={2}
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
            <Button disabled={pasted.trim() === ''} onClick={readPasted}>
              {INVITE.read}
            </Button>
          </div>
          <table className="invite">
            <thead>
              <tr>
                {COLUMNS.map(([column, name]) => (
                  <th key={column}>{name}</th>
                ))}
                <th>{POSTS.acts}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <Line
                  key={row.key}
                  row={row}
                  at={at + 1}
                  faults={isJudged ? faultsOf(row, offices) : {}}
                  onChange={(column, value) => change(row.key, column, value)}
                  onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
                />
              ))}
            </tbody>
          </table>
          <Button onClick={() => setRows([...rows, emptyRow(nextKey)])}>{INVITE.add}</Button>
        </section>
      ) : (
        <Slips invitations={sent} />
      )}
    </>
  )
}

interface LineProps {
  readonly row: InviteRow
  /** Counted from one, for readers of the screen. */
  readonly at: number
  readonly faults: InviteFaults
  readonly onChange: (column: InviteColumn, value: string) => void
  readonly onRemove: () => void
}

function Line({ row, at, faults, onChange, onRemove }: LineProps) {
  return (
    <tr>
      {COLUMNS.map(([column, name]) => (
        <td key={column} className="invite__cell">
          <Input
            aria-label={`${name} ${at}`}
            value={row[column]}
            {...(faults[column] === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
            onChange={({ target }) => onChange(column, target.value)}
          />
          {faults[column] === undefined ? null : <div className="invite__fault">{faults[column]}</div>}
        </td>
      ))}
      <td className="invite__cell">
        <Button onClick={onRemove}>{INVITE.remove}</Button>
      </td>
    </tr>
  )
}
