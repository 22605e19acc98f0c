import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../../cloud/database/connect'
import { OperatorError } from '../../../cloud/database/operator-error'
import { loadPackFolder, readPackFolder } from '../../../cloud/pack/load-folder'
import { createTestDatabase } from '../../support/database'
import type { TestDatabase } from '../../support/database'
import { emptyPack, fixtureFolder, load } from './loaded-pack'

let database: TestDatabase
let db: Database
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
})
afterAll(() => database.drop())
beforeEach(async () => {
  await emptyPack(db)
  folder = await mkdtemp(join(tmpdir(), 'pack-'))
  await cp(fixtureFolder, folder, { recursive: true })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const loads = async () => (await db.selectFrom('pack_load').selectAll().execute()).length
const officeCount = async () => (await db.selectFrom('office').selectAll().execute()).length
const spoil = () => writeFile(join(folder, 'services.csv'), '编号,名称\n')

describe('a program that starts', () => {
  it('loads the pack into an empty database, and says nothing more at the next start', async () => {
    expect(await loadPackFolder(db, folder)).toEqual([])
    expect(await officeCount()).toBe(9)
    expect(await loadPackFolder(db, folder)).toEqual([])
    expect(await loads()).toBe(1)
  })

  it('may start several times at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => loadPackFolder(db, folder)))
    expect(await loads()).toBe(1)
  })

  it('writes nothing when the first pack has problems, and names them all', async () => {
    await spoil()
    await expect(loadPackFolder(db, folder)).rejects.toThrow(OperatorError)
    await expect(loadPackFolder(db, folder)).rejects.toThrow(
      /2 problem\(s\)[^]*services.csv 第 1 行「别名」：缺这一列\n.*「说明」：缺这一列$/,
    )
    expect(await officeCount()).toBe(0)
    expect(await loads()).toBe(0)
  })

  it('goes on with what it has when the pack was changed or spoilt since, and mentions it', async () => {
    await loadPackFolder(db, folder)
    await writeFile(join(folder, 'about', 'reed-room.md'), '芦苇岸边。')
    expect(await loadPackFolder(db, folder)).toEqual([
      expect.stringContaining('node dist/pack/main.cjs says what loading it would change'),
    ])
    await spoil()
    expect(await loadPackFolder(db, folder)).toEqual([
      expect.stringMatching(/缺这一列[^]*keeps what was loaded before/),
    ])
    await rm(folder, { recursive: true })
    expect(await loadPackFolder(db, folder)).toEqual([expect.stringContaining('cannot be read')])
    expect(await loads()).toBe(1)
  })
})

describe('reading a folder', () => {
  it('takes no notice of what Excel and the system leave behind', async () => {
    const before = await readPackFolder(folder)
    for (const name of [
      '.DS_Store',
      '~$offices.csv',
      '.~lock.offices.csv#',
      'Thumbs.db',
      'desktop.ini',
      '说明.md',
    ]) {
      await writeFile(join(folder, name), 'x')
    }
    expect(await readPackFolder(folder)).toEqual(before)
  })

  it('says which folder is missing and what to set', async () => {
    await expect(readPackFolder(join(folder, 'nowhere'))).rejects.toThrow(
      /nowhere cannot be read[^]*DATA_PACK/,
    )
  })

  it('loads the same content from another folder as unchanged', async () => {
    await load(db, await readPackFolder(fixtureFolder))
    expect((await load(db, await readPackFolder(folder))).unchanged).toBe(true)
  })
})
