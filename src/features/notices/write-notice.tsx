import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { IsoInstant } from '../../../core/kernel/shanghai-time'
import { useMutation } from '../../api/mutation'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Note } from '../../components/sheets/note'
import { SENDING, notSentTwice } from '../../text/sending'
import { NOTICES } from '../../text/staff/notices'
import { now as currentTime, useNow } from '../../api/clock'
import { MutationNote } from '../page/mutation-note'
import { NoticeFields } from './notice-fields'
import { blankNotice, faultsOf, inputOf } from './notice-form'
import { noticesQuery } from './queries'
import { UrgentNotices } from './urgent-notices'
import './notices.scss'

/** Written, looked at as residents will see it, and only then published: it hangs on every wall at once. */
export function WriteNotice({ onLeave }: { readonly onLeave: () => void }) {
  const client = useQueryClient()
  const now = useNow()
  const [form, setForm] = useState(() => blankNotice(currentTime()))
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const { state, send, forget } = useMutation('notice.publish')
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
    const outcome = await send(inputOf(form, now))
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
          <NoticePreview notice={inputOf(form, now)} />
          <MutationNote state={state} notSent={notSentTwice(NOTICES.notPublished)} />
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

interface NoticePreviewProps {
  readonly notice: { readonly title: string; readonly text: string; readonly until: string }
}

/** The very part that home shows, and the wall screen's, as small as it looks from across the room. */
function NoticePreview({ notice }: NoticePreviewProps) {
  const { title, text, until } = notice
  return (
    <>
      <Heading level={2} className="section">
        {NOTICES.onHome}
      </Heading>
      <UrgentNotices notices={[{ id: 'preview', title, text, until: until as IsoInstant }]} />
      <Heading level={2} className="section">
        {NOTICES.onWall}
      </Heading>
      <View className="notice-wall">
        <View className="notice-wall__sheet">
          <Text className="notice-wall__title">{title}</Text>
          <Text className="notice-wall__text">{text}</Text>
        </View>
        <View className="notice-wall__code" ariaHidden />
      </View>
    </>
  )
}
