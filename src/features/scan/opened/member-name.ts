import type { ExpectedMember } from '../../../../core/contract/check-in/check-in'
import { LANDING } from '../../../text/check-in/scan'

/** What the one who holds the phone calls a member. */
export function memberName({ isMe, name, child }: Pick<ExpectedMember, 'isMe' | 'name' | 'child'>): string {
  if (isMe) return LANDING.me
  return name ?? (child ? LANDING.child : LANDING.relative)
}
