import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { newKeyPair, readIdentity } from '../../../cloud/backup/age'
import {
  hashOf,
  nameOf,
  readSealed,
  writeSealed,
  type About,
  type ErasureList,
} from '../../../cloud/backup/files'
import { migrate } from '../../../cloud/database/migrate'
import { migrations } from '../../../cloud/database/migrations'
import { recordErasure } from '../../../cloud/repositories/erasure'
import { instant, parseInstant } from '../../../core/kernel/shanghai-time'
import { keySealOfTests, openApi, SECRET, type TestApi } from '../../support/api/test-api'
import { endPrograms, startProgram } from '../../support/api/processes/program'
import { createEmptyDatabase } from '../../support/database'

const pair = newKeyPair()
const identity = readIdentity(pair.identity)
const MADE = parseInstant('2026-11-30T01:00:00.000Z')
const HOUR = 3_600_000

let api: TestApi
let folder: string
beforeEach(async () => {
  api = await openApi()
  folder = await mkdtemp(join(tmpdir(), 'caoyang-backups-'))
  await writeFile(join(folder, 'key.txt'), pair.identity)
})
afterEach(async () => {
  await endPrograms()
  await api.close()
  await rm(folder, { recursive: true })
})

const backup = (args: readonly string[], env: Record<string, string> = {}) =>
  startProgram(
    'backup',
    {
      DATABASE_URL: api.databaseUrl,
      BACKUP_DIR: folder,
      BACKUP_RECIPIENT: pair.recipient,
      PG_BIN: join(folder, 'nowhere'),
      PHONE_KEY: SECRET,
      ...env,
    },
    [...args],
  ).ended

const databaseId = async () =>
  (await api.db.selectFrom('database_mode').select('id').executeTakeFirstOrThrow()).id

/** What lies in a folder after a night: a dump (whose content nobody looks at here), what it is of, a list. */
async function putBackup(changed: Partial<About> = {}): Promise<string> {
  const dump = join(folder, nameOf('dump', MADE))
  await writeFile(dump, 'a dump')
  const about: About = {
    madeAt: MADE,
    databaseId: await databaseId(),
    migration: migrations.at(-1)?.name ?? '',
    sha256: await hashOf(dump),
    bytes: 6,
    rows: {},
    sealedKey: keySealOfTests.seal(Buffer.alloc(32)).toString('base64'),
    ...changed,
  }
  await writeSealed(join(folder, nameOf('about', MADE)), about, identity.recipient)
  return dump
}

async function putList(hours: number, changed: Partial<ErasureList> = {}): Promise<string> {
  const madeAt = instant(MADE + hours * HOUR)
  const path = join(folder, nameOf('erasures', madeAt))
  const list = { madeAt, completeSince: instant(0), databaseId: await databaseId(), erased: [], ...changed }
  await writeSealed(path, list, identity.recipient)
  return path
}

const restoring = (dump: string, list: string, env: Record<string, string> = {}) =>
  backup(['restore', dump, '--identity', join(folder, 'key.txt'), '--erasures', list], env)

test('the list of the hour tells who was erased, to whoever has the secret key', async () => {
  const residentId = '8d0f6c1e-1111-4111-8111-111111111111'
  await recordErasure(api.db, residentId, MADE)
  expect(await backup(['erasures'])).toMatchObject({ code: 0 })
  const [name = ''] = (await readdir(folder)).filter((file) => file.includes('.erasures.'))
  expect(await readSealed<ErasureList>(join(folder, name), identity)).toMatchObject({
    databaseId: await databaseId(),
    erased: [{ residentId, at: MADE }],
  })
})

test('a backup without PostgreSQL’s programs says what to install, and leaves no half of one', async () => {
  const ended = await backup(['make', '--unchecked', 'only a test'])
  expect(ended.code).toBe(1)
  expect(ended.stderr).toMatch(/^pg_dump cannot be run .*install postgresql-client-\d+/)
  expect(await readdir(folder)).toEqual(['key.txt'])
})

describe('before the first row comes back, a restore refuses', () => {
  const refused = async (running: ReturnType<typeof backup>) => {
    const ended = await running
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    return ended.stderr
  }

  test('another PHONE_KEY, or none', async () => {
    const [dump, list] = [await putBackup(), await putList(0)]
    expect(await refused(restoring(dump, list, { PHONE_KEY: '' }))).toMatch('Set PHONE_KEY')
    expect(await refused(restoring(dump, list, { PHONE_KEY: 'another' }))).toMatch(
      'another secret than PHONE_KEY',
    )
    const before = { PHONE_KEY: 'another', PHONE_KEY_BEFORE: SECRET }
    expect((await restoring(dump, list, before)).stdout).toMatch('The backup is of 2026-11-30')
  })

  test('a list that is not the newest, older than the backup, of another database, or too young', async () => {
    const [dump, old] = [await putBackup(), await putList(-1)]
    expect(await refused(restoring(dump, old))).toMatch('older than the backup')
    const first = await putList(1)
    const strange = await putList(2, { databaseId: '8d0f6c1e-1111-4111-8111-111111111111' })
    expect(await refused(restoring(dump, first))).toMatch(/not the newest.*T030000Z/)
    expect(await refused(restoring(dump, strange))).toMatch('another database')
    const young = await putList(3, { completeSince: instant(MADE + 1) })
    expect(await refused(restoring(dump, young))).toMatch('older than 400 days')
  })

  test('a dump that was changed, and one of a newer version', async () => {
    const [dump, list] = [await putBackup(), await putList(0)]
    await writeFile(dump, 'another')
    expect(await refused(restoring(dump, list))).toMatch('not as it was written')
    await putBackup({ migration: '9999-later' })
    expect(await refused(restoring(dump, list))).toMatch('9999-later')
  })
})

test('a database into which a backup is being restored lets no program in', async () => {
  const { db, drop } = await createEmptyDatabase()
  try {
    await sql`create table restoring (backup text not null)`.execute(db)
    await expect(migrate(db)).rejects.toThrow('A backup is being restored')
  } finally {
    await drop()
  }
})
