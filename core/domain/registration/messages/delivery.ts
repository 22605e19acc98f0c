import type { Instant } from '../../../kernel/shanghai-time'
import type { RuleSettings } from '../../activity/rule-settings'
import { templateOf, type NoticeKind, type Template } from './notice'
import { mayGoOutFrom } from './timing'

/** How somebody wants to be told of changes: 微信 · 打电话 · 不用. */
export const NOTIFICATION_WAYS = ['wechat', 'phone', 'none'] as const
export type NotificationWay = (typeof NOTIFICATION_WAYS)[number]

export interface RecipientFacts {
  readonly way: NotificationWay
  /** Messages of this template that the recipient still consents to. */
  readonly consentsLeft: number
}

/** What becomes of a notice that waits in the outbox. `unreached` puts the recipient on 未送达名单. */
export type DeliveryDecision =
  | { readonly kind: 'send'; readonly template: Template }
  | { readonly kind: 'hold'; readonly until: Instant }
  | { readonly kind: 'unreached' }
  | { readonly kind: 'drop' }

/**
 * What to do with a notice now. Dropped when its cause is gone or it is for the inbox only, held through
 * the night unless it is a change, sent for one consent; otherwise staff has to tell it. Nobody is called
 * about a reminder, and who wants no messages gets none.
 */
export function decideDelivery(
  notice: NoticeKind,
  stands: boolean,
  { way, consentsLeft }: RecipientFacts,
  now: Instant,
  rules: RuleSettings,
): DeliveryDecision {
  const template = templateOf(notice)
  if (template === null || !stands) return { kind: 'drop' }
  const until = mayGoOutFrom(template, now, rules)
  if (until > now) return { kind: 'hold', until }
  if (way === 'wechat' && consentsLeft > 0) return { kind: 'send', template }
  return { kind: template === 'reminder' ? 'drop' : 'unreached' }
}

/** What WeChat made of a message. `unknown` is a lost answer: it may have arrived. */
export type SendingOutcome = 'sent' | 'no-consent' | 'malformed' | 'over-quota' | 'unknown'

/** What is recorded of a sending. */
export interface SendingRecord {
  readonly message: 'sent' | 'unsent' | 'retry'
  /** The recipient stands on 未送达名单: staff has to tell it. */
  readonly unreached: boolean
  /** Consents left afterwards. */
  readonly consentsLeft: number
}

/**
 * One consent is one message. WeChat's own no means that none is left. Only a message that surely was not
 * taken is tried again, so that nobody is ever told twice; a lost answer may have cost the consent.
 */
export function afterSending(
  template: Template,
  outcome: SendingOutcome,
  consentsLeft: number,
): SendingRecord {
  const unreached = template !== 'reminder'
  switch (outcome) {
    case 'sent':
      return { message: 'sent', unreached: false, consentsLeft: consentsLeft - 1 }
    case 'no-consent':
      return { message: 'unsent', unreached, consentsLeft: 0 }
    case 'malformed':
      return { message: 'unsent', unreached, consentsLeft }
    case 'over-quota':
      return { message: 'retry', unreached: false, consentsLeft }
    case 'unknown':
      return { message: 'unsent', unreached, consentsLeft: consentsLeft - 1 }
  }
}
