import { instant, type Instant } from '../../kernel/shanghai-time'

/** Days during which a resident may still take an erasure back; promised on the privacy page. */
const GRACE_DAYS = 7

/** The instant from which a person who asks now is erased. */
export const erasureDue = (askedAt: Instant): Instant => instant(askedAt + GRACE_DAYS * 86_400_000)
