/** Of Node's ten frames Kysely, pg and the session take nine: the log would not say whose statement it was. */
Error.stackTraceLimit = 30

interface LoggedError extends Error {
  readonly code?: string
  /** Only errors of PostgreSQL carry it. */
  readonly severity?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
}

/**
 * What a log may keep of an error. PostgreSQL's messages and details quote values of the row, so of its errors
 * only names are kept.
 */
export function describeError(error: LoggedError): object {
  const { name, code, severity, constraint, table, column } = error
  const cause = error.cause instanceof Error ? describeError(error.cause) : undefined
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  if (severity !== undefined) return { type: 'PostgresError', code, constraint, table, column, frames }
  return { type: name, code, message: error.message, frames, cause }
}
