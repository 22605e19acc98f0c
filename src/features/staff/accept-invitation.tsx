import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../core/contract'
import { read } from '../../api/client'
import { useMutation } from '../../api/mutation'
import { Button } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Heading, Text } from '../../components/elements/elements'
import { Screen } from '../../components/screen/screen'
import type { ScreenState } from '../../components/screen/screen-state'
import { Card } from '../../components/sheets/card'
import { Note } from '../../components/sheets/note'
import { build } from '../../platform/start/build'
import { SENDING, notSentTwice } from '../../text/sending'
import { doorRoute } from '../../platform/navigate/routes'
import {
  askedText,
  invitationCodeIn,
  postText,
  STAFF_ENTRY,
  untilText,
  volunteerText,
} from '../../text/me/staff-entry'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { screenStateOf } from '../page/screen-state-of'
import { usePageQuery } from '../page/use-page-query'

const invitationQuery = (code: string) =>
  queryOptions({
    queryKey: ['staff.openInvitation', code],
    queryFn: () => read('staff.openInvitation', { code }),
    staleTime: Infinity,
    // Each try with a wrong code counts.
    retry: false,
  })

const ownPostsQuery = queryOptions({
  queryKey: ['staff.ownPosts'],
  queryFn: () => read('staff.ownPosts', {}),
  staleTime: 0,
})

/** Type a code or come with one, see who is meant, say yes. */
export function AcceptInvitation({ opened }: { readonly opened: string | null }) {
  const [code, setCode] = useState(opened)
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const open = () => {
    const found = invitationCodeIn(typed.replace(/\s/g, ''))
    setFault(found === null ? STAFF_ENTRY.codeMissing : null)
    if (found !== null) setCode(found)
  }
  return (
    <>
      <Heading level={1} className="title">
        {STAFF_ENTRY.heading}
      </Heading>
      {code === null ? (
        <Card title={STAFF_ENTRY.code}>
          <Text>{STAFF_ENTRY.how}</Text>
          <Field
            label={STAFF_ENTRY.code}
            hint={STAFF_ENTRY.codeHint}
            value={typed}
            longest={12}
            fault={fault}
            onChange={setTyped}
          />
          <Button look="primary" onTap={open}>
            {STAFF_ENTRY.open}
          </Button>
        </Card>
      ) : (
        <Opened key={code} code={code} onLeave={() => setCode(null)} />
      )}
    </>
  )
}

function Opened({ code, onLeave }: { readonly code: string; readonly onLeave: () => void }) {
  const state = screenStateOf(usePageQuery(invitationQuery(code)))
  const { theme } = useDisplay()
  return (
    <>
      <Screen state={state} theme={theme}>
        {(invitation) =>
          invitation.asksName ? (
            <AskedToHelp invitation={invitation} code={code} />
          ) : (
            <Asked invitation={invitation} code={code} />
          )
        }
      </Screen>
      <LeaveButton state={state} onLeave={onLeave} />
    </>
  )
}

function LeaveButton({
  state,
  onLeave,
}: {
  readonly state: ScreenState<Output<'staff.openInvitation'>>
  readonly onLeave: () => void
}) {
  const asksName = state.kind === 'ready' && state.value.asksName
  return <Button onTap={onLeave}>{asksName ? STAFF_ENTRY.volunteerNo : STAFF_ENTRY.no}</Button>
}

interface AskedProps {
  readonly invitation: Output<'staff.openInvitation'>
  readonly code: string
}

function Asked({ invitation, code }: AskedProps) {
  const client = useQueryClient()
  const now = useNow()
  const { state, send } = useMutation('staff.acceptInvitation')
  const accept = async () => {
    const result = await send({ code, called: null })
    if (result?.kind === 'done') await client.invalidateQueries({ queryKey: ownPostsQuery.queryKey })
  }
  if (state.kind === 'done') {
    const isActive = state.value.state === 'active'
    return (
      <Card title={isActive ? STAFF_ENTRY.doneTitle : STAFF_ENTRY.waitingTitle} ground="warm">
        <Text>{isActive ? STAFF_ENTRY.doneAdvice : STAFF_ENTRY.waitingAdvice}</Text>
      </Card>
    )
  }
  const until = untilText(invitation.endsAt, now)
  return (
    <Card title={askedText(invitation)} ground="warm">
      {until === null ? null : <Text className="soft">{until}</Text>}
      {invitation.needsConfirmation ? <Note>{STAFF_ENTRY.confirmLater}</Note> : null}
      <MutationNote state={state} notSent={notSentTwice(STAFF_ENTRY.twice)} />
      <Button look="primary" onTap={() => void accept()}>
        {state.kind === 'sending' ? SENDING : STAFF_ENTRY.yes}
      </Button>
    </Card>
  )
}

/** How often a phone asks whether a colleague has said yes. */
const WAITING_MS = 3_000

/** 志愿者现场码: says the own name and what is promised, then waits for whoever shows the code. */
function AskedToHelp({ invitation, code }: AskedProps) {
  const [called, setCalled] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { state, send } = useMutation('staff.acceptInvitation')
  const isWaiting = state.kind === 'done'
  const posts =
    useQuery({ ...ownPostsQuery, enabled: isWaiting, refetchInterval: WAITING_MS }).data?.posts ?? []
  const [activity] = invitation.activities ?? []
  const isHelping = posts.some(({ activities }) => activities?.some(({ id }) => id === activity?.id) ?? false)
  const ask = () => {
    const name = called.trim()
    setFault(name === '' ? STAFF_ENTRY.volunteerNameMissing : null)
    if (name !== '') void send({ code, called: name })
  }
  if (isWaiting && isHelping) {
    return (
      <Card title={STAFF_ENTRY.volunteerDoneTitle} ground="warm">
        <Text>{STAFF_ENTRY.volunteerDoneAdvice}</Text>
        {build.staff && activity !== undefined ? (
          <Button look="primary" icon="scan-line" to={doorRoute(activity.id)}>
            {STAFF_ENTRY.toCheckIn}
          </Button>
        ) : null}
      </Card>
    )
  }
  if (isWaiting) {
    return (
      <Card title={STAFF_ENTRY.volunteerWaitingTitle} ground="warm">
        <Text>{STAFF_ENTRY.volunteerWaitingAdvice}</Text>
      </Card>
    )
  }
  return (
    <Card title={volunteerText(invitation)} ground="warm">
      <Note>{STAFF_ENTRY.volunteerPromise}</Note>
      <Field
        label={STAFF_ENTRY.volunteerName}
        hint={STAFF_ENTRY.volunteerHint}
        value={called}
        longest={20}
        fault={fault}
        onChange={setCalled}
      />
      <MutationNote state={state} notSent={notSentTwice(STAFF_ENTRY.twice)} />
      <Button look="primary" onTap={ask}>
        {state.kind === 'sending' ? SENDING : STAFF_ENTRY.volunteerYes}
      </Button>
    </Card>
  )
}

/** What this account does for the 街道, and until when. */
export function OwnPosts() {
  const state = screenStateOf(usePageQuery(ownPostsQuery))
  const now = useNow()
  const { theme } = useDisplay()
  return (
    <>
      <Heading level={2} className="section">
        {STAFF_ENTRY.posts}
      </Heading>
      <Screen state={state} theme={theme}>
        {({ posts }) =>
          posts.length === 0 ? (
            <Text className="soft">{STAFF_ENTRY.noPosts}</Text>
          ) : (
            posts.map((post) => (
              <Card key={post.postId} title={postText(post)}>
                <Text className="soft">{untilText(post.endsAt, now) ?? post.called}</Text>
              </Card>
            ))
          )
        }
      </Screen>
    </>
  )
}
