import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { notSentTwice, SENDING } from '../../text/acts'
import { NOTICES } from '../../text/staff/notices'
import { ActNote } from '../act/act-note'
import { useAct } from '../act/use-act'
import { now as currentTime, useNow } from '../clock/use-now'
import { NoticeFields } from './notice-fields'
import { NoticePreview } from './notice-preview'
import { blankNotice, faultsOf, wishOf } from './notice-wish'
import { noticesQuery } from './queries'

/** Written, looked at as residents will see it, and only then published: it hangs on every wall at once. */
export function WriteNotice({ onLeave }: { readonly onLeave: () => void }) {
  const client = useQueryClient()
  const now = useNow()
  const [form, setForm] = useState(() => blankNotice(currentTime()))
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const { state, send, forget } = useAct('notice.publish')
  const faults = faultsOf(form, now)
  const isWhole = Object.values(faults).every((fault) => fault === null)

  const look = () => {
    setTried(true)
    setLooking(isWhole)
  }
  const change = () => {
    forget()
    setLooking(false)
  }
  const publish = async () => {
    const outcome = await send(wishOf(form, now))
    if (outcome?.kind === 'done') await client.invalidateQueries({ queryKey: noticesQuery.queryKey })
  }
  if (state.kind === 'done') {
    return (
      <>
        <Note icon="check">{NOTICES.published}</Note>
        <Button look="primary" onTap={onLeave}>
          {NOTICES.seeAll}
        </Button>
      </>
    )
  }
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {NOTICES.write}
        </Heading>
        <Text className="soft">{NOTICES.writeHint}</Text>
      </View>
      {looking ? (
        <>
          <NoticePreview notice={wishOf(form, now)} />
          <ActNote state={state} notSent={notSentTwice(NOTICES.notPublished)} />
          <Button look="primary" onTap={() => void publish()}>
            {state.kind === 'sending' ? SENDING : NOTICES.publish}
          </Button>
          <Button onTap={change}>{NOTICES.change}</Button>
        </>
      ) : (
        <>
          <NoticeFields form={form} faults={tried ? faults : null} now={now} onChange={setForm} />
          <Button look="primary" onTap={look}>
            {NOTICES.look}
          </Button>
          <Button onTap={onLeave}>{NOTICES.leave}</Button>
        </>
      )}
    </>
  )
}
