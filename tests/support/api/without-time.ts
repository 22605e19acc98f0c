import type { Reply, TimedReply } from '../../../cloud/app/dispatch'

/** What was answered, without the server's time: two answers at two instants are compared by what they say. */
export function withoutTime(answer: TimedReply): Reply
export function withoutTime(answer: Record<string, unknown>): Record<string, unknown>
export function withoutTime(answer: object): object {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'at' && name !== 'moved'))
}
