import { NoResultError } from 'kysely'

/** PostgreSQL's `foreign_key_violation`: what a row refers to is not there, or not any more. */
const FOREIGN_KEY_VIOLATION = '23503'

/** A record that was found a moment ago had gone when it was needed. */
export const isMissingRecord = (error: unknown): boolean =>
  error instanceof NoResultError ||
  (error instanceof Error && 'code' in error && error.code === FOREIGN_KEY_VIOLATION)
