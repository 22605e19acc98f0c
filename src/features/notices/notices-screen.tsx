import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffNotice } from '../../../core/contract/news'
import { useMutation } from '../../api/mutation'
import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { SENDING, notSentTwice } from '../../text/sending'
import { untilText } from '../../text/news/home-news'
import { NOTICES, pastText } from '../../text/staff/notices'
import { useNow } from '../../api/clock'
import { MutationNote } from '../page/mutation-note'
import { hangs } from './notice-form'
import { noticesQuery } from './queries'
import { WriteNotice } from './write-notice'

interface NoticesScreenProps {
  readonly notices: readonly StaffNotice[]
  /** Office staff read; editors and admins also write. */
  readonly mayWrite: boolean
}

/** What hangs now, a new one, and what hung before. */
export function NoticesScreen({ notices, mayWrite }: NoticesScreenProps) {
  const now = useNow()
  const [writing, setWriting] = useState(false)
  const current = notices.filter((notice) => hangs(notice, now))
  const past = notices.filter((notice) => !hangs(notice, now))
  if (writing) return <WriteNotice onLeave={() => setWriting(false)} />
  return (
    <>
      <Heading level={1} className="title">
        {NOTICES.current}
      </Heading>
      {current.length === 0 ? <Text className="soft">{NOTICES.none}</Text> : null}
      {current.map((notice) => (
        <ShownNotice key={notice.id} notice={notice} mayWithdraw={mayWrite} />
      ))}
      {mayWrite ? (
        <Button look="primary" onTap={() => setWriting(true)}>
          {NOTICES.write}
        </Button>
      ) : (
        <Note>{NOTICES.readOnly}</Note>
      )}
      {past.length === 0 ? null : (
        <Heading level={2} className="section">
          {NOTICES.past}
        </Heading>
      )}
      {past.map((notice) => (
        <Card key={notice.id} title={notice.title}>
          <Text>{notice.text}</Text>
          <Text className="soft small">{pastText(notice, now)}</Text>
        </Card>
      ))}
    </>
  )
}

interface ShownNoticeProps {
  readonly notice: StaffNotice
  readonly mayWithdraw: boolean
}

/** One that residents see now. Taking it down is asked twice, in place. */
function ShownNotice({ notice, mayWithdraw }: ShownNoticeProps) {
  const { id, title, text, until } = notice
  const now = useNow()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { state, send, forget } = useMutation('notice.withdraw')
  const withdraw = async () => {
    const outcome = await send({ noticeId: id })
    if (outcome?.kind === 'done') await client.invalidateQueries({ queryKey: noticesQuery.queryKey })
  }
  const ask = (open: boolean) => {
    forget()
    setAsking(open)
  }
  return (
    <Card title={asking ? NOTICES.withdrawTitle : title} ground="warm">
      <Text>{asking ? `${title}：${NOTICES.withdrawAsk}` : text}</Text>
      {asking ? null : <Text className="soft small">{untilText(until, now)}</Text>}
      <MutationNote state={state} notSent={notSentTwice(NOTICES.notWithdrawn)} />
      {!mayWithdraw ? null : asking ? (
        <ButtonRow>
          <Button onTap={() => ask(false)}>{NOTICES.keep}</Button>
          <Button look="primary" onTap={() => void withdraw()}>
            {state.kind === 'sending' ? SENDING : NOTICES.withdraw}
          </Button>
        </ButtonRow>
      ) : (
        <Button onTap={() => ask(true)} label={`${NOTICES.withdraw}：${title}`}>
          {NOTICES.withdraw}
        </Button>
      )}
    </Card>
  )
}
