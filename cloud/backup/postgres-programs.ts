import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { promisify } from 'node:util'
import { OperatorError } from '../database/operator-error'

type Program = 'pg_dump' | 'pg_restore'

/** Where PostgreSQL's client programs lie; null searches PATH. */
export type ProgramFolder = string | null

const pathOf = (folder: ProgramFolder, program: Program): string =>
  folder === null ? program : join(folder, program)

/** pg_dump refuses a server that is newer than itself. @throws OperatorError that says what to install */
export async function refuseOldPrograms(folder: ProgramFolder, serverMajor: number): Promise<void> {
  for (const program of ['pg_dump', 'pg_restore'] as const) {
    const { stdout } = await promisify(execFile)(pathOf(folder, program), ['--version']).catch(
      (error: NodeJS.ErrnoException) => {
        throw new OperatorError(
          `${program} cannot be run (${error.code ?? error.message}): install postgresql-client-${serverMajor}, or set PG_BIN to the folder where it lies.`,
        )
      },
    )
    const major = Number(/(\d+)(?:\.\d+)?/.exec(stdout)?.[1])
    if (major < serverMajor)
      throw new OperatorError(
        `${program} is version ${major}, the server ${serverMajor}: install postgresql-client-${serverMajor}, or set PG_BIN to the folder where it lies.`,
      )
  }
}

interface Running {
  readonly stdin: Writable
  readonly stdout: Readable
  /** @throws OperatorError with what it said */
  readonly ended: Promise<void>
  stop(): void
}

/** The password goes by the environment: a command line is seen by everybody on the machine. */
export function startProgram(
  folder: ProgramFolder,
  program: Program,
  url: string,
  args: readonly string[],
): Running {
  const place = new URL(url)
  const password = decodeURIComponent(place.password)
  place.password = ''
  const child = spawn(pathOf(folder, program), [...args, '-d', place.href], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...(password === '' ? {} : { PGPASSWORD: password }) },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000)
  })
  // Who writes to a program that has ended is told by its end.
  child.stdin.on('error', () => undefined)
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new OperatorError(`${program} ended with ${String(code)}: ${said.trim()}`)
  })
  return { stdin: child.stdin, stdout: child.stdout, ended, stop: () => void child.kill() }
}
