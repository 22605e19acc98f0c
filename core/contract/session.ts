import { check, maxLength, optional, pipe, regex, strictObject, string } from 'valibot'
import type { IsoInstant } from '../kernel/shanghai-time'
import { endpoint, type } from './endpoint'

/** `resident-1` … `resident-9999`, or one of the staff of the demonstration. */
const demoUser = pipe(
  string(),
  maxLength(20),
  regex(
    /^(?:resident-[1-9]\d{0,3}|staff-(?:scanner|office|lead|viewer|editor)|admin)$/,
    'use resident-1 … resident-9999, staff-scanner, staff-office, staff-lead, staff-viewer, staff-editor or admin',
  ),
)

/** Opaque to us; WeChat makes it of letters and digits. */
const wechatCode = pipe(
  string(),
  maxLength(128),
  regex(/^[\x21-\x7e]+$/, 'use the code of wx.login as it is'),
)

export const session = {
  /** Exchanges WeChat's login code, or in demo mode a made-up user, for a bearer token. */
  'session.signIn': endpoint({
    access: 'public',
    effect: 'exchange',
    input: pipe(
      strictObject({
        wechatCode: optional(wechatCode),
        demoUser: optional(demoUser),
      }),
      check(
        (input) => (input.wechatCode === undefined) !== (input.demoUser === undefined),
        'give either wechatCode or demoUser',
      ),
    ),
    output: type<{
      token: string
      /** The same for one resident at every sign-in: a phone knows by it whose unsent acts it keeps. Opens nothing. */
      person: string
      expiresAt: IsoInstant
      /** For whoever asked to be erased and may still change their mind. */
      eraseAfter: IsoInstant | null
    }>(),
    refusals: ['wechat_code_rejected', 'demo_user_not_allowed'],
  }),
  /** Ends this session; the token is worth nothing afterwards. */
  'session.signOut': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({}),
    output: type<{ signedOut: true }>(),
    refusals: [],
  }),
} as const
