/** PostgreSQL's `lock_not_available`: somebody else held the row for longer than `lock_timeout`. */
const LOCK_NOT_AVAILABLE = '55P03'
/** PostgreSQL's `too_many_connections`. */
const TOO_MANY_CONNECTIONS = '53300'
/** What pg's pool says when no connection came free in time; it has no code. */
const POOL_WAITED = 'timeout exceeded when trying to connect'

/** An activity's row was held by somebody else for longer than we wait: who asks again may have more luck. */
export class ActivityHeld extends Error {
  override readonly name = 'ActivityHeld'

  constructor(
    readonly activityId: string,
    cause: unknown,
  ) {
    super('the activity is held by another transaction', { cause })
  }
}

export const isLockTimeout = (error: unknown): boolean =>
  error instanceof ActivityHeld || codeOf(error) === LOCK_NOT_AVAILABLE

/** No connection could be had, neither of the pool nor of the server. */
export const isOutOfConnections = (error: unknown): boolean =>
  codeOf(error) === TOO_MANY_CONNECTIONS || (error instanceof Error && error.message === POOL_WAITED)

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
