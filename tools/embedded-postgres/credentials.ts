import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '../../cloud/database/operator-error'

export interface Credentials {
  /** Password of `postgres`, who only makes roles and databases. */
  readonly superuser: string
  /** Password of the role that the programs use. */
  readonly programs: string
}

const FILE = 'credentials.json'

/**
 * Every user of the machine can reach a port on 127.0.0.1, so PostgreSQL asks for a password (SCRAM) that only
 * the owner of the data folder can read.
 */
export async function newCredentials(dataDir: string): Promise<Credentials> {
  const made = {
    superuser: randomBytes(24).toString('base64url'),
    programs: randomBytes(24).toString('base64url'),
  }
  await writeFile(join(dataDir, FILE), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  return made
}

export async function readCredentials(dataDir: string): Promise<Credentials> {
  const file = join(dataDir, FILE)
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Credentials
  } catch (cause) {
    throw new OperatorError(
      `The passwords of the database in ${dataDir} cannot be read from ${file}: ` +
        'put that file back from a backup, or choose an empty DATA_DIR.',
      { cause },
    )
  }
}
