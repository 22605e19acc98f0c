import { array, maxLength, nullable, picklist, pipe, strictObject } from 'valibot'
import { TEMPLATES, type NoticeKind, type Template } from '../../domain/registration/messages/notice'
import type { IsoInstant } from '../../kernel/shanghai-time'
import type { ChangeNotice } from '../activity/activity-page'
import { endpoint, type } from '../endpoint'
import { requestId } from '../fields'
import { messageId } from '../person-fields'

/** What a message tells, as it was when it was written. */
export interface MessageAbout {
  readonly title: string
  readonly startsAt: IsoInstant
  readonly place: string
  /** The registration's number, four digits; empty for a volunteer. */
  readonly number: string
  readonly change: ChangeNotice | null
}

export interface Message {
  readonly messageId: number
  readonly kind: NoticeKind
  readonly at: IsoInstant
  readonly read: boolean
  readonly activityId: string
  /** `null` where the activity is told to a volunteer who helps there. */
  readonly registrationId: string | null
  readonly about: MessageAbout
  /** When and where it takes place as things are now, whatever the message said then. */
  readonly now: { readonly startsAt: IsoInstant; readonly place: string }
}

export type Consents = Readonly<Record<Template, number>>

export const message = {
  /** Newest first, 50 at a time; `before` is the last one that is on the screen. */
  'message.list': endpoint({
    access: 'resident',
    effect: 'read',
    input: strictObject({ before: nullable(messageId) }),
    output: type<{ messages: readonly Message[]; unread: number; consents: Consents }>(),
    refusals: [],
  }),
  /** Everything up to this one. */
  'message.markRead': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ upTo: messageId, requestId }),
    output: type<{ unread: number }>(),
    refusals: [],
  }),
  /** What the resident just said yes to in WeChat's own dialogue: one consent, one message. */
  'message.grant': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ templates: pipe(array(picklist(TEMPLATES)), maxLength(3)), requestId }),
    output: type<{ consents: Consents }>(),
    refusals: [],
  }),
  /** Takes back every yes to messages of one template. */
  'message.withdrawConsent': endpoint({
    access: 'resident',
    effect: 'write',
    input: strictObject({ template: picklist(TEMPLATES), requestId }),
    output: type<{ consents: Consents }>(),
    refusals: [],
  }),
} as const
