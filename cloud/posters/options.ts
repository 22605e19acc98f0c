import { OperatorError } from '../database/operator-error'
import type { PaperSize } from './sheet'

/** What the command was asked for. */
export interface PosterOptions {
  readonly officeId: string | null
  readonly activityId: string | null
  readonly all: boolean
  readonly size: PaperSize
  /** Folder for the sheets; made where it is missing. */
  readonly out: string
  /** Behind which the plain QR code is served; `null` is this machine, which only a demonstration may print. */
  readonly host: string | null
}

const USE =
  'Use: node dist/posters/main.cjs --office <id> | --activity <id> | --all, with --out <folder> --host <the server’s host name> [--size A4|A3]'

/** @throws OperatorError that says how to ask */
export function readOptions(args: readonly string[]): PosterOptions {
  const values = new Map<string, string>()
  let all = false
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at] ?? ''
    if (name === '--all') all = true
    else {
      const value = args[(at += 1)]
      if (!['--office', '--activity', '--size', '--out', '--host'].includes(name) || value === undefined)
        throw new OperatorError(USE)
      values.set(name, value)
    }
  }
  const officeId = values.get('--office') ?? null
  const activityId = values.get('--activity') ?? null
  const out = values.get('--out')
  const size = values.get('--size') ?? 'A4'
  const subjects = [officeId !== null, activityId !== null, all].filter(Boolean).length
  if (subjects !== 1 || out === undefined || (size !== 'A4' && size !== 'A3')) throw new OperatorError(USE)
  const host = values.get('--host') ?? null
  if (host !== null && !/^[A-Za-z0-9.-]+(?::\d+)?$/.test(host))
    throw new OperatorError(`--host is a name such as caoyang.example.cn, not ${host}`)
  return { officeId, activityId, all, size, out, host }
}
