import { describeError } from '../app/describe-error'

/** One JSON line on standard output, which the cloud's log service keeps; small, so that a cold start stays short. */
export function log(
  level: 'info' | 'warn' | 'error',
  line: Readonly<Record<string, unknown>>,
  error?: unknown,
): void {
  const err = error instanceof Error ? describeError(error) : undefined
  process.stdout.write(`${JSON.stringify({ level, ...line, ...(err && { err }) })}\n`)
}
