import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../core/contract'
import type { Message } from '../../../core/contract/registration/message'
import { call } from '../../api/call/call'
import { queries } from '../../api/queries'
import { useAct } from '../act/use-act'

type FirstPage = Output<'message.list'>

/** As many as one answer brings: fewer mean that there are no older ones. */
const PAGE_SIZE = 50

/** The newest page from the cache, and older ones as far as one scrolls. */
export function useInbox(first: FirstPage) {
  const client = useQueryClient()
  const [older, setOlder] = useState<readonly Message[]>([])
  const [ended, setEnded] = useState(first.messages.length < PAGE_SIZE)
  const [stuck, setStuck] = useState(false)
  const marking = useAct('message.markRead')
  const messages = [...first.messages, ...older]

  const showOlder = async () => {
    const reply = await call('message.list', { before: messages[messages.length - 1]?.messageId ?? null })
    setStuck(!reply.ok)
    if (!reply.ok) return
    setOlder([...older, ...reply.value.messages])
    setEnded(reply.value.messages.length < PAGE_SIZE)
  }
  const markRead = async () => {
    const [newest] = messages
    if (newest === undefined) return
    const outcome = await marking.send({ upTo: newest.messageId })
    if (outcome?.kind !== 'done') return
    setOlder(older.map((message) => ({ ...message, read: true })))
    await client.invalidateQueries({ queryKey: queries.messages().queryKey })
  }
  return { messages, ended, stuck, showOlder, markRead, marking: marking.state }
}
