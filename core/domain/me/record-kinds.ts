/** What is kept about a resident, as the privacy page lists it. Each table about people belongs to one of these. */
export const RECORD_KINDS = [
  /** That there is somebody, behind which WeChat account, and the phones that are signed in. */
  'account',
  'profile',
  'registrations',
  'family',
  'visits',
  'messages',
  'message-consents',
  'stalls',
  'phones',
  'reports',
  'suggestions',
  /** Numbers of acts, so that one that was sent twice is done once; and how often somebody called. */
  'traces',
  /** What somebody did as a member of staff. */
  'staff-work',
] as const

export type RecordKind = (typeof RECORD_KINDS)[number]
