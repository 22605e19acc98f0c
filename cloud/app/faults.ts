import type { BaseIssue } from 'valibot'
import { getDotPath } from 'valibot'
import type { Fault, InvalidInputIssue } from '../../core/contract/answer'

/** Thrown where only the records can tell that the caller may not do this, for example another's office. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Thrown where the caller was known when the call arrived and is not any more. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated'
}

/**
 * Thrown where a call waited in vain for a connection or for a row that somebody else holds, or where more came within
 * a minute than can be people.
 */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'

  constructor(options?: ErrorOptions) {
    super('too many calls at once', options)
  }
}

/** When whoever was sent away may come again. */
const COME_AGAIN_SECONDS = 5

export const overloaded: Fault = { ok: false, fault: 'overloaded', retryAfterSeconds: COME_AGAIN_SECONDS }

/** Thrown where a well-formed input contradicts what is already recorded under its `requestId`. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'

  constructor(readonly issues: readonly InvalidInputIssue[]) {
    super(issues.map((issue) => `${issue.path}: ${issue.message}`).join('; '))
  }
}

export const invalidInput = (issues: readonly InvalidInputIssue[]): Fault => ({
  ok: false,
  fault: 'invalid_input',
  issues,
})

/** At most this many issues are reported, so that a hostile input cannot ask for a huge answer. */
const MOST_ISSUES = 20
const LONGEST_MESSAGE = 200

export const describeIssues = (
  issues: readonly [BaseIssue<unknown>, ...BaseIssue<unknown>[]],
): readonly InvalidInputIssue[] =>
  issues.slice(0, MOST_ISSUES).map((issue) => ({
    path: (getDotPath(issue) ?? '').slice(0, LONGEST_MESSAGE),
    message: issue.message.slice(0, LONGEST_MESSAGE),
  }))
