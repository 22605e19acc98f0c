import { pino, type Logger } from 'pino'
import { describeError } from '../app/describe-error'
import type { Handled } from '../app/dispatch'

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

export function logHandled(log: Logger, handled: Handled): void {
  const { endpoint, outcome, trace, error } = handled
  const line = { endpoint, outcome, trace, ms: Math.round(handled.milliseconds) }
  if (error === undefined) log.info(line, 'call')
  else log.error({ ...line, err: error }, 'call failed')
}
