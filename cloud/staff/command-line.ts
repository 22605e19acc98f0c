import { LONGEST_NAME } from '../../core/shapes/person-name'
import { OperatorError } from '../database/operator-error'

/** What the command was asked for. */
export type StaffCommand =
  | {
      readonly command: 'invite'
      readonly called: string
      /** Why the operator invites although an admin is there; goes into the log. */
      readonly because: string | null
      readonly json: boolean
    }
  | { readonly command: 'list'; readonly json: boolean }
  | { readonly command: 'dismiss'; readonly postId: string; readonly because: string | null }

const USE =
  'Use: node dist/staff/main.cjs invite --role admin --called <name> [--because <reason>] [--json] | list [--json] | dismiss <post id> [--because <reason>]'
const POST_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const LONGEST = { called: LONGEST_NAME, because: 200 }

/** @throws OperatorError that says how to ask */
export function readCommand(args: readonly string[]): StaffCommand {
  const [command, ...rest] = args
  const subject = command === 'dismiss' ? rest.shift() : undefined
  const { values, json } = optionsOf(rest, command === 'invite' ? ['role', 'called', 'because'] : ['because'])
  const because = values.get('because') ?? null
  switch (command) {
    case 'invite': {
      const called = values.get('called')
      if (called === undefined) throw new OperatorError(USE)
      if (values.get('role') !== 'admin')
        throw new OperatorError(
          'By command only an admin is invited: --role admin. Admins invite everybody else, in the mini-program or at the desk.',
        )
      return { command, called, because, json }
    }
    case 'list':
      if (because !== null) throw new OperatorError(USE)
      return { command, json }
    case 'dismiss':
      if (subject === undefined || !POST_ID.test(subject) || json) throw new OperatorError(USE)
      return { command, postId: subject, because }
    default:
      throw new OperatorError(USE)
  }
}

function optionsOf(args: readonly string[], names: readonly string[]) {
  const values = new Map<string, string>()
  let json = false
  for (let at = 0; at < args.length; at += 1) {
    const name = (args[at] ?? '').replace(/^--/, '')
    if (args[at] === '--json') json = true
    else {
      const value = args[(at += 1)]?.trim()
      if (!args[at - 1]?.startsWith('--') || !names.includes(name) || value === undefined || value === '')
        throw new OperatorError(USE)
      const longest = name === 'called' ? LONGEST.called : LONGEST.because
      if ([...value].length > longest)
        throw new OperatorError(`--${name} takes at most ${longest} characters.`)
      values.set(name, value)
    }
  }
  return { values, json }
}
