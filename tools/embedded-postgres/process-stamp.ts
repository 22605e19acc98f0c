import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells this running process from any other that had or will have its number: the boot and the moment it
 * started. Null when no such process runs (one that has ended and is not yet reaped counts as ended).
 */
export function processStamp(pid: number): string | null {
  if (!isAlive(pid)) return null
  return process.platform === 'linux' ? linuxStamp(pid) : startedAccordingToPs(pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function linuxStamp(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The name in brackets may hold spaces and brackets; after it come state (field 3) … start time (field 22).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startTime] = [fields[0], fields[19]]
  if (state === 'Z' || state === 'X') return null
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${startTime}`
}

function startedAccordingToPs(pid: number): string | null {
  return ps('lstart', pid)
}

/** The command line as one text; null when no such process runs. */
export function commandLine(pid: number): string | null {
  if (process.platform !== 'linux') return ps('command', pid)
  return readIfThere(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    // ESRCH: it ended between opening and reading.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Not on Linux: slim images have no ps. It exits with 1 when there is no such process. */
function ps(column: 'lstart' | 'command', pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch (error) {
    if ((error as { status?: number }).status === 1) return null
    throw error
  }
}
