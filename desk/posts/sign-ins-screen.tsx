import { Alert, App, Button } from 'antd'
import { Table } from '../shared/table'
import { useState } from 'react'
import type { DeskSessionRow } from '../../core/contract/desk'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { failureText } from '../text/failures'
import { LEAVE, SIGN_INS } from '../text/sign-ins'
import { whenText } from '../text/when'

/** PCs on which one is signed in oneself, and the way out of all one's posts. */
export function SignInsScreen({ holdings }: { readonly holdings: string }) {
  const { message, modal } = App.useApp()
  const [loaded, again] = useLoaded('desk.sessions', {})
  const [ending, setEnding] = useState<string | null>(null)
  const end = async ({ sessionId }: DeskSessionRow) => {
    setEnding(sessionId)
    const reply = await call('desk.endSession', { sessionId, requestId: newRequestId() })
    setEnding(null)
    if (!reply.ok) void message.error(failureText(reply))
    await again()
  }
  const leave = async () => {
    const sure = await modal.confirm({
      title: LEAVE.sure,
      content: LEAVE.body,
      okText: LEAVE.act,
      okButtonProps: { danger: true },
      cancelText: LEAVE.stay,
    })
    if (!sure) return
    const reply = await call('staff.leave', { requestId: newRequestId() })
    if (reply.ok) window.location.reload()
    else void message.error(failureText(reply))
  }
  return (
    <>
      <div className="room__head">
        <h1>{SIGN_INS.title}</h1>
      </div>
      <section className="sheet">
        {loaded.kind === 'failed' ? <Alert type="error" title={loaded.sentence} /> : null}
        <Table<DeskSessionRow>
          rowKey="sessionId"
          size="small"
          pagination={false}
          loading={loaded.kind === 'loading'}
          dataSource={loaded.kind === 'ready' ? [...loaded.value.sessions] : []}
          locale={{ emptyText: SIGN_INS.none }}
          columns={[
            {
              title: SIGN_INS.pc,
              render: (_, row) => (
                <>
                  {row.system} · {row.browser}{' '}
                  {row.isThis ? <span className="state state--good">{SIGN_INS.isThis}</span> : null}
                  {row.isNewBrowser && !row.isThis ? (
                    <span className="state state--bad">{SIGN_INS.isNew}</span>
                  ) : null}
                </>
              ),
            },
            { title: SIGN_INS.started, render: (_, row) => whenText(row.startedAt) },
            { title: SIGN_INS.seen, render: (_, row) => whenText(row.seenAt) },
            {
              title: SIGN_INS.state,
              render: (_, row) => (row.state === 'locked' ? SIGN_INS.locked : SIGN_INS.active),
            },
            {
              title: SIGN_INS.end,
              render: (_, row) => (
                <Button size="small" loading={ending === row.sessionId} onClick={() => void end(row)}>
                  {SIGN_INS.end}
                </Button>
              ),
            },
          ]}
        />
      </section>
      <section className="sheet">
        <h2>{LEAVE.title}</h2>
        <p>{holdings}</p>
        <Button danger onClick={() => void leave()}>
          {LEAVE.act}
        </Button>
      </section>
    </>
  )
}
