import { parseArgs } from 'node:util'
import { OperatorError } from '../database/operator-error'
import { ERASURES_KEPT_DAYS } from '../repositories/erasure'
import { text, type Environment } from '../setup/environment'
import { readRecipient, type Recipient } from './age'
import type { Erasures } from './restore'

/** What the command was asked for. */
export type BackupCommand =
  | { readonly command: 'make'; readonly unchecked: string | null }
  | { readonly command: 'erasures' | 'new-key' }
  | {
      readonly command: 'restore'
      readonly dump: string
      readonly identity: string
      readonly erasures: Erasures
    }
  | { readonly command: 'replay'; readonly identity: string; readonly list: string }

const USE = `Use: backup make [--unchecked <why>]
     backup erasures
     backup restore <dump> --identity <key file> --erasures <newest list> | --without-erasures <why>
     backup replay --identity <key file> --erasures <newest list>
     backup new-key`

/** A reason that says something; it stands in the log. */
const SHORTEST_REASON = 5

/** @throws OperatorError that says how to ask */
export function readCommand(args: readonly string[]): BackupCommand {
  const { values, positionals } = parsed(args)
  const [command, dump, ...more] = positionals
  const { identity, erasures, unchecked, 'without-erasures': without } = values
  const only = (...names: string[]): boolean => Object.keys(values).every((name) => names.includes(name))
  if (command === 'make' && dump === undefined && only('unchecked'))
    return { command, unchecked: unchecked === undefined ? null : reason('unchecked', unchecked) }
  if ((command === 'erasures' || command === 'new-key') && dump === undefined && only()) return { command }
  if (identity === undefined || more.length > 0) throw new OperatorError(USE)
  if (command === 'replay' && dump === undefined && erasures !== undefined && only('identity', 'erasures'))
    return { command, identity, list: erasures }
  if (command !== 'restore' || dump === undefined || !only('identity', 'erasures', 'without-erasures'))
    throw new OperatorError(USE)
  return { command, dump, identity, erasures: erasuresFrom(erasures, without) }
}

function erasuresFrom(list: string | undefined, without: string | undefined): Erasures {
  if (list !== undefined && without === undefined) return { list }
  if (list === undefined && without !== undefined) return { without: reason('without-erasures', without) }
  throw new OperatorError(
    'A backup brings back people who were erased since. Give the newest list of erasures with --erasures <file>; ' +
      'where there is none any more, say why: --without-erasures "…".',
  )
}

function reason(name: string, why: string): string {
  const said = why.trim()
  if ([...said].length >= SHORTEST_REASON) return said
  throw new OperatorError(`--${name} wants a reason in words.`)
}

function parsed(args: readonly string[]) {
  const option = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { identity: option, erasures: option, unchecked: option, 'without-erasures': option },
    })
  } catch (cause) {
    throw new OperatorError(USE, { cause })
  }
}

/** What the environment says about backups. */
export interface BackupSettings {
  readonly folder: string
  readonly recipient: Recipient
  readonly keepDays: number
}

const STANDARD_DAYS = 35

/** @throws OperatorError naming the variable and what it may be */
export function readBackupSettings(env: Environment): BackupSettings {
  const recipient = text(env, 'BACKUP_RECIPIENT')
  if (recipient === null)
    throw new OperatorError(
      'BACKUP_RECIPIENT is not set: make a pair of keys with `node dist/backup/main.cjs new-key`, keep the secret half away from this machine, and set the public one.',
    )
  const folder = text(env, 'BACKUP_DIR')
  if (folder === null)
    throw new OperatorError('BACKUP_DIR is not set: name the folder for backups, best on another disk.')
  const keepDays = Number(text(env, 'BACKUP_KEEP_DAYS') ?? STANDARD_DAYS)
  if (!Number.isInteger(keepDays) || keepDays < 1 || keepDays >= ERASURES_KEPT_DAYS)
    throw new OperatorError(`BACKUP_KEEP_DAYS can be a number from 1 to ${ERASURES_KEPT_DAYS - 1}.`)
  return { folder, recipient: readRecipient(recipient), keepDays }
}

const SCRATCH_NAME = /_scratch$/

/**
 * Where a backup is tried out.
 * @throws OperatorError where it is missing, or its name does not say that nothing in it is worth keeping
 */
export function readScratchUrl(env: Environment, url: string): string {
  const scratch = text(env, 'BACKUP_SCRATCH_URL')
  if (scratch === null)
    throw new OperatorError(
      'BACKUP_SCRATCH_URL is not set: each backup is tried out in an empty database whose name ends in _scratch. Create one (createdb living_room_scratch), or say why not: --unchecked "…".',
    )
  if (!URL.canParse(scratch) || !SCRATCH_NAME.test(new URL(scratch).pathname) || scratch === url)
    throw new OperatorError(
      'BACKUP_SCRATCH_URL leads to a database that is emptied each time: its name has to end in _scratch.',
    )
  return scratch
}
