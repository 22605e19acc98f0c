import type { Transaction } from 'kysely'
import { renderUnicodeCompact } from 'uqr'
import {
  clockText,
  instant,
  minuteOfDay,
  parseInstant,
  shanghaiDay,
  toIso,
  type Instant,
} from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { OperatorError } from '../database/operator-error'
import type { Schema } from '../database/schema'
import { codeHashOf, newCode, recordInvitation, revokeOperatorInvitations } from '../repositories/invitation'
import { findPost, listPosts, lockAdmins, recordAct, type PostRecord } from '../repositories/post'
import { endAllPosts } from '../services/end-posts'
import type { StaffCommand } from './command-line'

/** So short that a code left in a terminal's scroll-back is worth nothing. */
const GOOD_FOR_MINUTES = 30

type Tx = Transaction<Schema>
type Asked<Command> = Extract<StaffCommand, { command: Command }>

interface CommandParts {
  readonly db: Database
  readonly now: Instant
  /** Where links begin; `null` where the operator has not said it. */
  readonly origin: string | null
}

/** Does what was asked for, and gives what is printed. @throws OperatorError with the way out */
export function runCommand(parts: CommandParts, asked: StaffCommand): Promise<string> {
  switch (asked.command) {
    case 'invite':
      return invite(parts, asked)
    case 'list':
      return list(parts, asked)
    case 'dismiss':
      return dismiss(parts, asked)
  }
}

export interface InvitedByCommand {
  readonly code: string
  /** `null` where PUBLIC_ORIGIN is not set. */
  readonly link: string | null
  readonly expiresAt: string
}

/** The first admin gets in by this, and a new one where nobody is left who could invite. */
async function invite({ db, now, origin }: CommandParts, asked: Asked<'invite'>): Promise<string> {
  const code = newCode()
  const expiresAt = instant(now + GOOD_FOR_MINUTES * 60_000)
  await db.transaction().execute(async (tx) => {
    await refuseBesideAdmins(tx, asked, now)
    await revokeOperatorInvitations(tx, now)
    const id = await recordInvitation(tx, {
      code_hash: codeHashOf(code),
      role: 'admin',
      called: asked.called,
      office_ids: [],
      activity_ids: null,
      may_read_log: false,
      post_ends_at: null,
      invited_by: null,
      created_at: new Date(now),
      expires_at: new Date(expiresAt),
      accepted_by: null,
      accepted_at: null,
      revoked_at: null,
      post_id: null,
    })
    await recordAct(
      tx,
      { ...byCommand('staff.invite', asked.because), record: { kind: 'invitation', id } },
      now,
    )
  })
  const link = origin === null ? null : `${origin}/s/${code}`
  const invited: InvitedByCommand = { code, link, expiresAt: toIso(expiresAt) }
  return asked.json ? JSON.stringify(invited) : invitationText(invited, asked.called)
}

async function refuseBesideAdmins(tx: Tx, { because }: Asked<'invite'>, now: Instant): Promise<void> {
  const admins = await lockAdmins(tx, now)
  if (admins.size === 0 || because !== null) return
  const names = (await listPosts(tx))
    .filter((post) => post.role === 'admin' && post.resident_id !== null && admins.has(post.resident_id))
    .map(({ called }) => called)
  throw new OperatorError(
    `There is an admin already (${[...new Set(names)].join(', ')}): ask for an invitation there, ` +
      'it is made at 我的 → 工作人员 → 请同事. Where nobody can do that any more, say why: --because "…".',
  )
}

function invitationText({ code, link, expiresAt }: InvitedByCommand, called: string): string {
  const until = clockText(minuteOfDay(parseInstant(expiresAt)))
  return [
    `邀请 ${called} 做管理员。`,
    '',
    `  邀请码  ${code}`,
    ...(link === null ? [] : [`  链接    ${link}`, '', renderUnicodeCompact(link, { border: 2 })]),
    '',
    `30 分钟内有效（到 ${until}），只能用一次。`,
    link === null
      ? '没有设置 PUBLIC_ORIGIN，所以没有链接和二维码。打开小程序“我的”，点最下面的“有邀请码？”，输入邀请码。'
      : '用微信扫一扫；或打开小程序“我的”，点最下面的“有邀请码？”，输入邀请码。',
  ].join('\n')
}

async function list({ db, now }: CommandParts, { json }: Asked<'list'>): Promise<string> {
  const rows = (await listPosts(db)).map((post) => ({
    postId: post.id,
    role: post.role,
    called: post.called,
    state: stateOf(post, now),
    since: toIso(post.starts_at),
    until: post.ends_at === null ? null : toIso(post.ends_at),
  }))
  if (json) return JSON.stringify(rows)
  if (rows.length === 0)
    return 'There is no post yet: node dist/staff/main.cjs invite --role admin --called 管理员'
  return rows
    .map(({ postId, role, called, state, since }) =>
      [postId, role.padEnd(7), state.padEnd(9), shanghaiDay(parseInstant(since)), called].join('  '),
    )
    .join('\n')
}

const stateOf = ({ dismissed_at, ends_at }: PostRecord, now: Instant): 'active' | 'ended' | 'dismissed' => {
  if (dismissed_at !== null) return 'dismissed'
  return ends_at !== null && ends_at <= now ? 'ended' : 'active'
}

function dismiss({ db, now }: CommandParts, { postId, because }: Asked<'dismiss'>): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const post = await findPost(tx, postId)
    if (post === undefined || post.resident_id === null || post.dismissed_at !== null)
      throw new OperatorError(
        `There is no post ${postId} that could end: node dist/staff/main.cjs list shows them.`,
      )
    const ended = await endAllPosts(tx, post.resident_id, now)
    if (!ended.ok)
      throw new OperatorError(
        `${post.called} is the last admin: invite another first, with --because "…", and dismiss once that one is in.`,
      )
    await recordAct(tx, { ...byCommand('staff.dismiss', because), record: { kind: 'post', id: postId } }, now)
    return `${post.called} 已离岗：${ended.value.posts.length} 个岗位。`
  })
}

const byCommand = (endpoint: string, because: string | null) =>
  ({ postId: null, source: 'command', endpoint, changed: because === null ? {} : { because } }) as const
