import { useState } from 'react'
import type { StaffNotice } from '../../../core/contract/news'
import { Button } from '../../components/controls/button'
import { Heading, Text } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { NOTICES, pastText } from '../../text/staff/notices'
import { useNow } from '../clock/use-now'
import { HangingNotice } from './hanging-notice'
import { hangs } from './notice-wish'
import { WriteNotice } from './write-notice'

interface NoticesRoomProps {
  readonly notices: readonly StaffNotice[]
  /** Office staff read; editors and admins also write. */
  readonly mayWrite: boolean
}

/** What hangs now, a new one, and what hung before. */
export function NoticesRoom({ notices, mayWrite }: NoticesRoomProps) {
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
        <HangingNotice key={notice.id} notice={notice} mayWithdraw={mayWrite} />
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
