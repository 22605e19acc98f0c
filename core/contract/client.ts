import { maxLength, minLength, nullable, pipe, regex, strictObject, string } from 'valibot'
import { LONGEST_FAULT_MESSAGE, LONGEST_FAULT_STACK } from '../shapes/fault-report'
import { endpoint, type } from './endpoint'

/** One byte a character: the limits are those of the input as well. */
const ascii = (longest: number) =>
  pipe(string(), minLength(1), maxLength(longest), regex(/^[\x20-\x7e\n]*$/, 'use ASCII only'))

/** Without its query: that has ids. */
const route = pipe(string(), maxLength(60), regex(/^[a-z-]+(?:\/[a-z-]+)*$/, 'give the path of a page alone'))

const trace = pipe(
  string(),
  maxLength(36),
  regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'give the trace as it was answered'),
)

const version = pipe(string(), maxLength(20), regex(/^[0-9A-Za-z.+-]*$/, 'use the version as it was built'))

export const client = {
  /**
   * What broke on a phone or in a browser, in words of the code, for the log; nothing is stored. Says whether it is in
   * the log, which takes so many a minute and no more.
   */
  'client.reportFault': endpoint({
    access: 'public',
    effect: 'read',
    input: strictObject({
      message: ascii(LONGEST_FAULT_MESSAGE),
      stack: nullable(ascii(LONGEST_FAULT_STACK)),
      /** Of the page that was open. */
      route: nullable(route),
      version,
      /** Of the backend's fault, where it was one. */
      trace: nullable(trace),
    }),
    output: type<{ logged: boolean }>(),
    refusals: [],
  }),
} as const
