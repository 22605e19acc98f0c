import { OperatorError } from '../../cloud/database/operator-error'

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/No space left on device/, 'the disk is full: free some space, or choose another DATA_DIR'],
  [/Disk quota exceeded/, 'the disk quota is used up: free some space, or choose another DATA_DIR'],
  [/Read-only file system/, 'the file system is read-only: choose another DATA_DIR'],
  [
    /Permission denied/,
    'a file may not be read or written: give the folder back to its owner, or choose another DATA_DIR',
  ],
  [
    /has wrong ownership/,
    'the folder belongs to another user: start as that user, or choose another DATA_DIR',
  ],
  [
    /error while loading shared libraries|not found/,
    'a system library is missing: install glibc, or give DATABASE_URL',
  ],
  [
    /could not create shared memory|could not map|Cannot allocate memory/,
    'there is not enough memory: end other programs',
  ],
  [
    /checksum|invalid.*checkpoint|could not locate a valid checkpoint/,
    'its files are damaged: restore a backup, or choose an empty DATA_DIR',
  ],
]

/** One sentence for a PostgreSQL that did not start or did not stay, from what it wrote last. */
export function explainFailure(what: string, dataDir: string, written: string): OperatorError {
  const known = KNOWN.find(([sign]) => sign.test(written))
  const last = written
    .split('\n')
    .filter((line) => /FATAL|PANIC|error|could not/i.test(line))
    .at(-1)
  const reason = known?.[1] ?? last?.trim() ?? 'it wrote no reason'
  return new OperatorError(`${what} in ${dataDir}: ${reason}. (All it wrote: ${dataDir}/postgres.log)`)
}

/** Signs that the same start may succeed in a moment: the port was taken, or processes of a crashed server still end. */
export const isPassing = (written: string): boolean =>
  /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/.test(written)
