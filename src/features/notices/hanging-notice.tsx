import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { StaffNotice } from '../../../core/contract/news'
import { Button, ButtonRow } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { notSentTwice, SENDING } from '../../text/acts'
import { untilText } from '../../text/news/news'
import { NOTICES } from '../../text/staff/notices'
import { ActNote } from '../act/act-note'
import { useAct } from '../act/use-act'
import { useNow } from '../clock/use-now'
import { noticesQuery } from './queries'

interface HangingNoticeProps {
  readonly notice: StaffNotice
  readonly mayWithdraw: boolean
}

/** One that residents see now. Taking it down is asked twice, in place. */
export function HangingNotice({ notice, mayWithdraw }: HangingNoticeProps) {
  const { id, title, text, until } = notice
  const now = useNow()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { state, send, forget } = useAct('notice.withdraw')
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
      <ActNote state={state} notSent={notSentTwice(NOTICES.notWithdrawn)} />
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
