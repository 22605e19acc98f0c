import { App, Button, Dropdown } from 'antd'
import { Table } from '../shared/table'
import { useState } from 'react'
import type { CallState, Unreached } from '../../core/contract/activity/activity-page'
import { hasToBeTold, isSettled, type CallOutcome } from '../../core/domain/registration/messages/call'
import { toIso, type IsoInstant } from '../../core/kernel/shanghai-time'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import type { Print } from '../shared/printed-apart'
import { CALLS, OUTCOMES, againChoices, nameOf, toSay } from '../text/call-list'
import { failureText } from '../text/failures'
import { whenText } from '../text/when'

interface CallListProps {
  readonly activityId: string
  readonly print: Print
}

/** Whom nothing reached, soonest first; by a button, as each look is written down. */
export function CallList({ activityId, print }: CallListProps) {
  const { message } = App.useApp()
  const [rows, setRows] = useState<readonly Unreached[] | null>(null)
  const [left, setLeft] = useState(0)
  const read = async () => {
    const reply = await call('activity.unreached', { activityId })
    if (!reply.ok) return void message.error(failureText(reply))
    setRows(reply.value.unreached)
    setLeft(reply.value.left)
  }
  const replace = (called: Unreached, state: CallState) =>
    setRows(
      (all) => all?.map((row) => (keyOf(row) === keyOf(called) ? { ...row, call: state } : row)) ?? null,
    )
  const take = async (row: Unreached) => {
    const reply = await call('activity.takeCall', {
      activityId,
      as: row.as,
      messageId: row.messageId,
      requestId: newRequestId(),
    })
    if (reply.ok) return replace(row, reply.value.call)
    void message.error(failureText(reply))
    await read()
  }
  const record = async (row: Unreached, outcome: CallOutcome, againAt: IsoInstant | null = null) => {
    const reply = await call('activity.recordCall', {
      activityId,
      as: row.as,
      messageId: row.messageId,
      outcome,
      againAt,
      requestId: newRequestId(),
    })
    if (reply.ok) {
      replace(row, reply.value.call)
      return setLeft(reply.value.left)
    }
    void message.error(failureText(reply))
    await read()
  }
  const copy = async () => {
    const reply = await call('activity.copyNumbers', { activityId, requestId: newRequestId() })
    if (!reply.ok) return void message.error(failureText(reply))
    const { phones } = reply.value
    await navigator.clipboard.writeText(phones.join('\n')).then(
      () => void message.success(CALLS.copied(phones.length)),
      (error: unknown) => {
        if (!(error instanceof DOMException)) throw error
        void message.error(CALLS.notCopied)
      },
    )
  }
  if (rows === null)
    return (
      <section className="sheet">
        <h2>{CALLS.title}</h2>
        <p className="field__row">
          <Button onClick={() => void read()}>{CALLS.open}</Button>
          <span className="soft">{CALLS.logged}</span>
        </p>
      </section>
    )
  const stall = rows.find(({ as }) => as === 'stall')
  const registered = rows.filter(({ as }) => as === 'registered')
  const about = [...new Map(registered.map(({ activity }) => [activity.activityId, activity])).values()]
  return (
    <section className="sheet">
      <div className="calls__head">
        <h2>{CALLS.title}</h2>
        <strong role="status">{left === 0 ? CALLS.allTold : CALLS.left(left)}</strong>
        <Button onClick={() => void copy()}>{CALLS.copy}</Button>
        <Button onClick={() => print(<CallPaper rows={rows} />)}>{CALLS.print}</Button>
        <Button onClick={() => void read()}>{CALLS.again}</Button>
      </div>
      {about.map((activity) => (
        <p key={activity.activityId} className="calls__say">
          {CALLS.say}
          {toSay(activity, 'registered')}
        </p>
      ))}
      {stall === undefined ? null : (
        <p className="calls__say">
          {CALLS.sayToStalls}
          {toSay(stall.activity, 'stall')}
        </p>
      )}
      <Table<Unreached>
        rowKey={keyOf}
        size="small"
        pagination={false}
        dataSource={[...rows]}
        locale={{ emptyText: CALLS.none }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: CALLS.number, width: 90, render: (_, row) => numberText(row) },
          { title: CALLS.name, render: (_, row) => <Who row={row} /> },
          ...(about.length > 1
            ? [{ title: CALLS.about, render: (_: unknown, { activity }: Unreached) => activity.title }]
            : []),
          {
            title: CALLS.phone,
            width: 190,
            // On a phone a tap rings.
            render: (_, { phone }) => (phone === null ? CALLS.noPhone : <a href={`tel:${phone}`}>{phone}</a>),
          },
          {
            title: CALLS.state,
            width: 390,
            render: (_, row) => <State row={row} onTake={() => void take(row)} onRecord={record} />,
          },
        ]}
      />
    </section>
  )
}

const keyOf = ({ as, messageId }: Unreached): string => `${as}-${messageId}`

const numberText = ({ number, stalls }: Unreached): string => number ?? CALLS.stall(stalls)

const Who = ({ row }: { readonly row: Unreached }) => (
  <>
    {nameOf(row)}{' '}
    <span className="soft">
      {row.as === 'registered' ? CALLS.persons(row.persons) : null}
      {row.as === 'registered' && row.stalls.length > 0 ? `，${CALLS.alsoStall(row.stalls)}` : null}
    </span>
    {row.wantsHelp ? <span className="state"> {CALLS.help}</span> : null}
  </>
)

interface StateProps {
  readonly row: Unreached
  readonly onTake: () => void
  readonly onRecord: (row: Unreached, outcome: CallOutcome, againAt?: IsoInstant | null) => Promise<void>
}

function State({ row, onTake, onRecord }: StateProps) {
  const [isAnew, setAnew] = useState(false)
  const { call: state, phone, telling, byStaff } = row
  const label = (what: string) => `${what}：${nameOf(row)}`
  const put = (outcome: CallOutcome, againAt: IsoInstant | null = null) => {
    setAnew(false)
    void onRecord(row, outcome, againAt)
  }
  const button = (outcome: CallOutcome) => (
    <Button key={outcome} size="small" aria-label={label(OUTCOMES[outcome])} onClick={() => put(outcome)}>
      {OUTCOMES[outcome]}
    </Button>
  )
  if (state.outcome !== null && isSettled(state) && !isAnew)
    return (
      <span className="field__row">
        {state.calledAt === null ? '' : `${whenText(state.calledAt)} `}
        {OUTCOMES[state.outcome]}
        <Button size="small" type="link" aria-label={label(CALLS.anew)} onClick={() => setAnew(true)}>
          {CALLS.anew}
        </Button>
      </span>
    )
  if (!hasToBeTold(telling, byStaff)) return <span className="soft">{CALLS.wantsNone}</span>
  if (phone === null)
    return <span className="field__row">{(['note-up', 'family-told'] as const).map(button)}</span>
  if (state.holder !== null && !state.holder.isMe)
    return <span>{CALLS.heldBy(state.holder.called, whenText(state.holder.until))}</span>
  if (state.holder !== null || isAnew)
    return (
      <span className="field__row">
        {button('reached')}
        <Dropdown
          trigger={['click']}
          menu={{
            items: againChoices(clock.now()).map(({ label: text, at }) => ({
              key: String(at),
              label: text,
              onClick: () => put('no-answer', toIso(at)),
            })),
          }}
        >
          <Button size="small" aria-label={label(OUTCOMES['no-answer'])}>
            {OUTCOMES['no-answer']}
          </Button>
        </Dropdown>
        {(['wrong-number', 'family-told'] as const).map(button)}
      </span>
    )
  return (
    <span className="field__row">
      {state.outcome === 'no-answer'
        ? CALLS.tryAgain(state.againAt === null ? null : whenText(state.againAt))
        : null}
      <Button size="small" aria-label={label(CALLS.take)} onClick={onTake}>
        {CALLS.take}
      </Button>
    </span>
  )
}

/** The list on paper, with a line to write on for each. */
function CallPaper({ rows }: { readonly rows: readonly Unreached[] }) {
  return (
    <div className="call-paper">
      <h1>{CALLS.title}</h1>
      <p>{CALLS.paperFoot}</p>
      <table>
        <thead>
          <tr>
            {[CALLS.number, CALLS.name, CALLS.phone, CALLS.about, CALLS.result].map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <td>{numberText(row)}</td>
              <td>
                {nameOf(row)} {row.as === 'registered' ? CALLS.persons(row.persons) : ''}{' '}
                {row.wantsHelp ? CALLS.help : ''}
              </td>
              <td>{row.phone ?? CALLS.noPhone}</td>
              <td>{row.activity.title}</td>
              <td>{row.call.outcome === null ? '' : OUTCOMES[row.call.outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
