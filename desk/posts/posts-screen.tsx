import { Alert, App, Button } from 'antd'
import { Table } from '../shared/table'
import { useState } from 'react'
import type { InvitationRow, NewInvitation, PostPlace, PostRow } from '../../core/contract/staff'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { goTo } from '../router'
import { failureText } from '../text/failures'
import { INVITATION_STATES, POSTS, POST_STATES } from '../text/posts'
import { ROLE_NAMES } from '../text/shell'
import { lastDayText, whenText } from '../text/when'
import { Slips } from './slips'

/** Who holds which post, and who was invited. */
export function PostsScreen() {
  const { message, modal } = App.useApp()
  const [posts, postsAgain] = useLoaded('staff.posts', {})
  const [invitations, invitationsAgain] = useLoaded('staff.invitations', {})
  const [reissued, setReissued] = useState<NewInvitation | null>(null)
  const again = () => Promise.all([postsAgain(), invitationsAgain()])

  const dismiss = async ({ postId, called }: PostRow) => {
    const sure = await modal.confirm({
      title: POSTS.dismissTitle(called),
      content: POSTS.dismissBody,
      okText: POSTS.dismiss,
      okButtonProps: { danger: true },
      cancelText: POSTS.keep,
    })
    if (!sure) return
    const reply = await call('staff.dismiss', { postId, requestId: newRequestId() })
    if (!reply.ok) return void message.error(failureText(reply))
    const { posts: ended, invitationsRevoked, opened } = reply.value
    const times = Object.values(opened).reduce((sum, count) => sum + count, 0)
    modal.info({
      title: POSTS.dismissed(called),
      content: (
        <>
          <p>{POSTS.ended(ended, invitationsRevoked)}</p>
          <p>{POSTS.opened(times)}</p>
        </>
      ),
      okText: POSTS.known,
    })
    await again()
  }
  const reissue = async ({ invitationId }: InvitationRow) => {
    const reply = await call('staff.reissueInvitation', { invitationId })
    if (reply.ok) setReissued(reply.value)
    else void message.error(failureText(reply))
    await again()
  }
  const revoke = async ({ invitationId }: InvitationRow) => {
    const reply = await call('staff.revokeInvitation', { invitationId, requestId: newRequestId() })
    if (reply.ok) void message.success(POSTS.revoked)
    else void message.error(failureText(reply))
    await again()
  }
  const confirmHolder = async ({ invitationId, called, role }: InvitationRow) => {
    const answer = async (isRight: boolean) => {
      const reply = await call('staff.confirmHolder', { invitationId, isRight, requestId: newRequestId() })
      if (!reply.ok) void message.error(failureText(reply))
      await again()
    }
    modal.confirm({
      title: POSTS.confirm,
      content: POSTS.confirmBody(called, ROLE_NAMES[role]),
      okText: POSTS.isRight,
      cancelText: POSTS.isWrong,
      // Esc decides nothing: only the two buttons do.
      keyboard: false,
      onOk: () => answer(true),
      onCancel: () => answer(false),
    })
  }
  return (
    <>
      <div className="room__head no-print">
        <h1>{POSTS.title}</h1>
        <Button type="primary" onClick={() => goTo('posts/invite')}>
          {POSTS.invite}
        </Button>
      </div>
      {reissued === null ? null : <Slips invitations={[reissued]} />}
      <section className="sheet no-print">
        {posts.kind === 'failed' ? <Alert type="error" title={posts.sentence} /> : null}
        <Table<PostRow>
          rowKey="postId"
          size="small"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          loading={posts.kind === 'loading'}
          dataSource={posts.kind === 'ready' ? [...posts.value.posts] : []}
          locale={{ emptyText: POSTS.none }}
          columns={[
            ...placeColumns<PostRow>(),
            { title: POSTS.state, render: (_, { state }) => <PostState state={state} /> },
            { title: POSTS.by, render: (_, { invitedBy }) => invitedBy ?? '' },
            {
              title: POSTS.acts,
              render: (_, row) =>
                row.state === 'active' ? (
                  <Button size="small" onClick={() => void dismiss(row)}>
                    {POSTS.dismiss}
                  </Button>
                ) : null,
            },
          ]}
        />
      </section>
      <section className="sheet no-print">
        <h2>{POSTS.invitations}</h2>
        {invitations.kind === 'failed' ? <Alert type="error" title={invitations.sentence} /> : null}
        <Table<InvitationRow>
          rowKey="invitationId"
          size="small"
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          loading={invitations.kind === 'loading'}
          dataSource={invitations.kind === 'ready' ? [...invitations.value.invitations] : []}
          locale={{ emptyText: POSTS.noInvitations }}
          columns={[
            ...placeColumns<InvitationRow>(),
            {
              title: POSTS.state,
              render: (_, { state }) => <span className="state">{INVITATION_STATES[state]}</span>,
            },
            { title: POSTS.goodUntil, render: (_, { expiresAt }) => whenText(expiresAt) },
            {
              title: POSTS.acts,
              render: (_, row) => (
                <InvitationActs
                  row={row}
                  onReissue={() => void reissue(row)}
                  onRevoke={() => void revoke(row)}
                  onConfirm={() => void confirmHolder(row)}
                />
              ),
            },
          ]}
        />
      </section>
    </>
  )
}

interface InvitationActsProps {
  readonly row: InvitationRow
  readonly onReissue: () => void
  readonly onRevoke: () => void
  readonly onConfirm: () => void
}

function InvitationActs({ row: { state }, onReissue, onRevoke, onConfirm }: InvitationActsProps) {
  if (state === 'awaiting-confirmation') {
    return (
      <Button size="small" type="primary" onClick={onConfirm}>
        {POSTS.confirm}
      </Button>
    )
  }
  if (state === 'accepted') return null
  return (
    <>
      <Button size="small" onClick={onReissue}>
        {POSTS.reissue}
      </Button>{' '}
      {state === 'open' ? (
        <Button size="small" onClick={onRevoke}>
          {POSTS.revoke}
        </Button>
      ) : null}
    </>
  )
}

const PostState = ({ state }: Pick<PostRow, 'state'>) => (
  <span className={state === 'active' ? 'state state--good' : 'state'}>{POST_STATES[state]}</span>
)

const placeColumns = <Row extends PostPlace>() => [
  { title: POSTS.called, render: (_: unknown, { called }: Row) => called },
  { title: POSTS.role, render: (_: unknown, { role }: Row) => ROLE_NAMES[role] },
  {
    title: POSTS.offices,
    render: (_: unknown, { offices, activities }: Row) =>
      [...offices, ...(activities ?? [])].map(({ name }) => name).join('、') || POSTS.street,
  },
  {
    title: POSTS.until,
    render: (_: unknown, { endsAt }: Row) => (endsAt === null ? POSTS.forever : lastDayText(endsAt)),
  },
]
