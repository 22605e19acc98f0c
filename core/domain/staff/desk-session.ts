import { accept, refuse, type Result } from '../../kernel/result'
import { instant, type Instant } from '../../kernel/shanghai-time'

/** 扫码登录电脑: a browser asks, a phone confirms, once and within two minutes. */
const SIGN_IN_MS = 2 * 60_000
/** Requests that may be open at once from one network address. */
export const OPEN_SIGN_INS = 10
/** However busy somebody is, after this a session ends. */
const SESSION_MS = 12 * 3_600_000
const IDLE_MINUTES = { own: 60, public: 10 } as const

/** Exclusive. */
export const signInEnds = (askedAt: Instant): Instant => instant(askedAt + SIGN_IN_MS)
/** What was asked before this is over: `askedAt` must be later. */
export const signInsSince = (now: Instant): Instant => instant(now - SIGN_IN_MS)
/** Exclusive. */
export const sessionEnds = (startedAt: Instant): Instant => instant(startedAt + SESSION_MS)
/** A session that nobody used for so long opens nothing any more; on a 公用电脑 sooner. */
export const idleMinutes = (isPublicPc: boolean): number => IDLE_MINUTES[isPublicPc ? 'public' : 'own']

export interface SignInFacts {
  readonly askedAt: Instant
  readonly digits: string
  /** A wrong entry, or the browser collected its session. */
  readonly endedAt: Instant | null
  readonly confirmedAt: Instant | null
}

/** Is this request still one that a phone may look at and answer? */
export function decideShowing(facts: SignInFacts | null, now: Instant): Result<null, 'sign_in_ended'> {
  const isOpen =
    facts !== null && facts.endedAt === null && facts.confirmedAt === null && now < signInEnds(facts.askedAt)
  return isOpen ? accept(null) : refuse('sign_in_ended')
}

/** The first wrong entry is the last: whoever guesses has one chance in a hundred. */
export function decideConfirming(
  facts: SignInFacts | null,
  digits: string,
  now: Instant,
): Result<null, 'sign_in_ended' | 'sign_in_digits_wrong'> {
  const open = decideShowing(facts, now)
  if (!open.ok) return open
  return facts?.digits === digits ? accept(null) : refuse('sign_in_digits_wrong')
}

/** What the browser that asked finds out: still waiting, or it may have its session now. */
export function decideCollecting(
  facts: SignInFacts | null,
  now: Instant,
): Result<'waiting' | 'confirmed', 'sign_in_ended'> {
  if (facts === null || facts.endedAt !== null || now >= signInEnds(facts.askedAt))
    return refuse('sign_in_ended')
  return accept(facts.confirmedAt === null ? 'waiting' : 'confirmed')
}

/**
 * May the request behind a typed code be answered from that network? A code can be read to somebody over the telephone,
 * a picture of a screen cannot be scanned: so both sides have to be in one network where both are known.
 */
export function decideTypedCode(
  found: { readonly network: string } | null,
  network: string | null,
): Result<null, 'sign_in_ended' | 'sign_in_elsewhere'> {
  if (found === null) return refuse('sign_in_ended')
  return network === null || network === found.network ? accept(null) : refuse('sign_in_elsewhere')
}
