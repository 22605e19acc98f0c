import { accept, refuse, type Result } from '../../kernel/result'
import { instant, toIso, type Instant } from '../../kernel/shanghai-time'
import type { Post, StaffRole } from './post'

/** Without 0, O, 1, I, L and the like: read from paper and over the telephone. 8 of 31 are 39 bits. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 8

/** `XXXX-XXXX`, of chance: one byte for each character, of which those are left out that would favour some. */
export function codeOf(nextByte: () => number): string {
  let code = ''
  while (code.length < CODE_LENGTH) {
    const byte = nextByte()
    // 248 = 8 × 31: the largest multiple of the alphabet below 256.
    if (byte < 248) code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length)
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** The code that somebody typed or scanned, in any case, with or without signs between; `null` for anything else. */
export function readCode(text: string): string | null {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―_·.]/g, '')
  const isCode =
    letters.length === CODE_LENGTH && [...letters].every((letter) => CODE_ALPHABET.includes(letter))
  return isCode ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null
}

/** Posts that exist only once the inviter has said that the right person accepted. */
export const needsConfirmation = (role: StaffRole): boolean => role === 'admin' || role === 'editor'

export type InvitationState = 'open' | 'awaiting-confirmation' | 'accepted' | 'expired' | 'revoked'

export interface InvitationFacts {
  /** Exclusive. */
  readonly expiresAt: Instant
  readonly acceptedAt: Instant | null
  readonly revokedAt: Instant | null
  /** The post that came of it. */
  readonly postId: string | null
}

export function stateOfInvitation(facts: InvitationFacts, now: Instant): InvitationState {
  if (facts.revokedAt !== null) return 'revoked'
  if (facts.postId !== null) return 'accepted'
  if (facts.acceptedAt !== null) return 'awaiting-confirmation'
  return now < facts.expiresAt ? 'open' : 'expired'
}

export type InvitationRefusal = 'invitation_not_found' | 'invitation_used' | 'invitation_expired'

/** May this code still be opened and accepted? What was taken back is as if it had never been. */
export function decideOpening(
  facts: InvitationFacts | null,
  now: Instant,
): Result<InvitationFacts, InvitationRefusal> {
  if (facts === null) return refuse('invitation_not_found')
  switch (stateOfInvitation(facts, now)) {
    case 'open':
      return accept(facts)
    case 'expired':
      return refuse('invitation_expired')
    case 'revoked':
      return refuse('invitation_not_found')
    case 'accepted':
    case 'awaiting-confirmation':
      return refuse('invitation_used')
  }
}

/** 志愿者现场码: so many people may help at one activity. */
export const VOLUNTEERS_AT_MOST = 20

/** May one more be let in, of whom so many have been or are waiting? Only while people check in, or before. */
export function decideVolunteering(
  { volunteers, endsAt }: { readonly volunteers: number; readonly endsAt: Instant },
  now: Instant,
): Result<null, 'volunteers_full' | 'check_in_over'> {
  if (now >= endsAt) return refuse('check_in_over')
  return volunteers < VOLUNTEERS_AT_MOST ? accept(null) : refuse('volunteers_full')
}

const WRONG_CODES = 5
const WRONG_CODE_MINUTES = 10

/** Wrong codes before this are forgotten: the span is `(now − 10 min, now]`. */
export const wrongCodesSince = (now: Instant): Instant => instant(now - WRONG_CODE_MINUTES * 60_000)

/** May this account try a code? Not after five wrong ones within 10 minutes, until the first of them is that old. */
export function decideTryingCode(wrongAt: readonly Instant[], now: Instant): Result<null, 'too_many_codes'> {
  const since = wrongCodesSince(now)
  const recent = wrongAt.filter((at) => at > since).sort((one, other) => one - other)
  const decisive = recent[recent.length - WRONG_CODES]
  if (decisive === undefined) return accept(null)
  return refuse('too_many_codes', { until: toIso(instant(decisive + WRONG_CODE_MINUTES * 60_000)) })
}

export interface InvitedPost {
  readonly role: StaffRole
  readonly officeIds: readonly string[]
  /** The offices at which the activities of a volunteer take place; `null` where one is at none. */
  readonly activityOfficeIds: readonly (string | null)[]
}

/**
 * Who may give this post: an admin any; a lead 社工 and volunteers at the own offices. A post of an office names at
 * least one, and one of a volunteer at least one activity.
 */
export function decideInviting(
  inviter: readonly Post[],
  { role, officeIds, activityOfficeIds }: InvitedPost,
): Result<null, 'role_not_yours_to_give' | 'not_own_office' | 'office_missing' | 'activity_missing'> {
  const isAdmin = inviter.some((post) => post.role === 'admin')
  if (!isAdmin && role !== 'office' && role !== 'scanner') return refuse('role_not_yours_to_give')
  if ((role === 'office' || role === 'lead') && officeIds.length === 0) return refuse('office_missing')
  if (role === 'scanner' && activityOfficeIds.length === 0) return refuse('activity_missing')
  if (isAdmin) return accept(null)
  const own = inviter.filter((post) => post.role === 'lead').flatMap((post) => post.officeIds)
  const named = role === 'scanner' ? activityOfficeIds : officeIds
  return named.every((id) => id !== null && own.includes(id)) ? accept(null) : refuse('not_own_office')
}
