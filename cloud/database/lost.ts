/** PostgreSQL's `connection exception` (08…), and its server being stopped, crashed or not there yet. */
const BROKEN = /^(?:08...|57P0[123])$/
/** What Node says of a socket, and of a name that leads nowhere. */
const UNREACHABLE =
  /^(?:ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** A database that was closed to everybody, as while it is restored; PostgreSQL's code for it says many other things. */
const CLOSED = /is not currently accepting connections$/
/** What pg says without a code. */
const TERMINATED =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed and is not queryable)/

/** The connection to the database broke under a statement, or there is none to be had: nothing of ours is wrong. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return (
    BROKEN.test(code) ||
    UNREACHABLE.test(code) ||
    CLOSED.test(error.message) ||
    TERMINATED.test(error.message)
  )
}
