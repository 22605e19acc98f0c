import { pino, type Logger } from 'pino'
import { describeError } from '../app/describe-error'
import type { StatementTime } from '../database/statement-times'
import { DATABASE_LOST, type Handled } from '../app/dispatch'

/** JSON lines on standard output; a request's address, URL and headers are never part of one. */
export const createLog = (level = 'info'): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      req: (request: { method?: string }) => ({ method: request.method }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      err: describeError,
    },
  })

/** A call whose connection broke is counted, see `countByMinute`: hundreds break at once. */
export function logHandled(log: Logger, handled: Handled): void {
  if (handled.outcome === DATABASE_LOST) return
  const { endpoint, outcome, trace, error, facts, statements } = handled
  const line = { endpoint, outcome, trace, ms: Math.round(handled.milliseconds), ...facts }
  if (statements !== undefined) log.warn({ ...line, statements: namedTimes(statements) }, 'slow call')
  else if (error === undefined) log.info(line, 'call')
  if (error !== undefined) log.error({ ...line, err: error }, 'call failed')
}

/** As `select registration 812 ms`; the time that is in none of them was spent waiting, or outside of the database. */
const namedTimes = (statements: readonly StatementTime[]): readonly string[] =>
  statements.map(({ name, ms }) => `${name} ${ms} ms`)
