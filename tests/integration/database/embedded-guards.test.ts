import {
  chmodSync,
  chownSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { AM_ROOT, HolderProgram, NOBODY, ask, serverPid } from '../../support/database/holder'

let program: HolderProgram
beforeAll(() => {
  program = new HolderProgram(AM_ROOT ? NOBODY : {})
  return program.makeSeed()
})
afterAll(() => program.clear())

test('of two that start together on an empty folder, one serves and one is refused', async () => {
  const dataDir = program.emptyFolder('race')
  const both = [program.start(dataDir), program.start(dataDir)]
  const said = await Promise.all(both.map((holder) => holder.next()))
  expect(said.filter(({ url }) => url !== undefined)).toHaveLength(1)
  expect(said.filter(({ refusal }) => refusal?.includes('is in use by process'))).toHaveLength(1)
  await Promise.all(both.map((holder) => holder.stop()))
})

test('nobody else gets in: only loopback, only with the password, which only the owner can read', async () => {
  const dataDir = program.usedFolder('closed')
  const holder = program.start(dataDir)
  const { url, superuserUrl } = await holder.next()
  const [settings] = await ask<Record<string, string>>(
    superuserUrl,
    `select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets,
            current_setting('fsync') as fsync`,
  )
  expect(settings).toEqual({ listens: '127.0.0.1', sockets: '', fsync: 'on' })
  const guess = new URL(url!)
  guess.password = 'guess'
  await expect(ask(guess.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  expect(statSync(join(dataDir, 'credentials.json')).mode & 0o077).toBe(0)
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0)
  expect(statSync(dataDir).mode & 0o066).toBe(0)
  await holder.stop()
})

test('the programs are no superuser, and statements that fail leave no values in the log', async () => {
  const dataDir = program.usedFolder('log')
  const holder = program.start(dataDir)
  const { url } = await holder.next()
  expect(await ask(url, 'select rolsuper as super from pg_roles where rolname = current_user')).toEqual([
    { super: false },
  ])
  await expect(ask(url, `select '13800000000'::int2`)).rejects.toThrow()
  await holder.stop()
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('13800000000')
})

test('PostgreSQL that dies while it is needed is told at once', async () => {
  const dataDir = program.usedFolder('lost')
  const holder = program.start(dataDir)
  await holder.next()
  process.kill(serverPid(dataDir), 'SIGQUIT')
  expect((await holder.next()).lost).toContain(`PostgreSQL ended while it was needed in ${dataDir}`)
})

test('a folder made by another version is refused with both versions', async () => {
  const dataDir = program.usedFolder('old')
  writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
  const { refusal } = await program.start(dataDir).next()
  expect(refusal).toMatch(/made by PostgreSQL of version 17, and this is version 18/)
})

test('lost passwords are told, not replaced', async () => {
  const dataDir = program.usedFolder('passwords')
  rmSync(join(dataDir, 'credentials.json'))
  const { refusal } = await program.start(dataDir).next()
  expect(refusal).toContain('credentials.json')
})

test('a postmaster.pid whose number another process has got meanwhile does not stop the start', async () => {
  const dataDir = program.usedFolder('reused')
  const first = program.start(dataDir)
  await first.next()
  const file = join(dataDir, 'postgres/postmaster.pid')
  const text = readFileSync(file, 'utf8')
  await first.stop()
  // A process of the same user, as after a restart of the machine: PostgreSQL itself would refuse to start.
  const otherDir = program.usedFolder('other')
  const other = program.start(otherDir)
  const otherUrl = await other.next()
  const otherServer = serverPid(otherDir)
  writeFileSync(file, text.replace(/^\d+/, String(otherServer)))
  const second = program.start(dataDir)
  expect(await ask((await second.next()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await ask(otherUrl.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await Promise.all([second.stop(), other.stop()])
})

test('links that npm cannot keep are made anew, and a wrong one is put right', async () => {
  const libraries = join(program.packaged, 'native/lib')
  rmSync(join(libraries, 'libpq.so.5'), { force: true })
  rmSync(join(libraries, 'libicuuc.so.60'), { force: true })
  symlinkSync('libz.so.1', join(libraries, 'libpq.so.5'))
  const dataDir = program.usedFolder('links')
  const holder = program.start(dataDir)
  expect(await ask((await holder.next()).url, 'select 1 as one')).toEqual([{ one: 1 }])
  const used = join(dirname(readlinkSync(`/proc/${serverPid(dataDir)}/exe`)), '../lib')
  expect(readlinkSync(join(used, 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/)
  expect(readlinkSync(join(used, 'libicuuc.so.60'))).toBe('libicuuc.so.60.2')
  await holder.stop()
})

test('a folder that may not be written is refused with the way out', async () => {
  const folder = program.emptyFolder('locked')
  chmodSync(folder, 0o555)
  const { refusal } = await program.start(join(folder, 'below')).next()
  expect(refusal).toMatch(/cannot be used: you may not write there\..*DATA_DIR/)
})

test('a file in the way is refused with the way out', async () => {
  const file = join(program.emptyFolder('file'), 'file')
  writeFileSync(file, '')
  const { refusal } = await program.start(file).next()
  expect(refusal).toMatch(/cannot be used: a file is in the way\..*DATA_DIR/)
})

// Only root has these cases: PostgreSQL runs as another user then.
if (AM_ROOT) {
  test('as root below a private folder, the data lie below /var/lib, always the same place, and it is said', async () => {
    const hidden = program.emptyFolder('hidden')
    chownSync(hidden, 0, 0)
    chmodSync(hidden, 0o700)
    const asked = join(hidden, 'below')
    const first = program.start(asked, {})
    const { url, dataDir, notice } = await first.next()
    try {
      expect(dataDir).toMatch(/^\/var\/lib\/caoyang-living-room\//)
      expect(notice).toContain(dataDir)
      expect(notice).toContain(asked)
      await ask(url, 'create table kept as select 7 as number')
      await first.stop()
      const second = program.start(asked, {})
      const again = await second.next()
      expect(again.dataDir).toBe(dataDir)
      expect(await ask(again.url, 'select number from kept')).toEqual([{ number: 7 }])
      await second.stop()
    } finally {
      await first.stop()
      rmSync(dataDir!, { recursive: true })
    }
  })

  test('as root a private DATA_DIR itself is opened for passing, not for reading', async () => {
    const asked = program.emptyFolder('own')
    chownSync(asked, 0, 0)
    chmodSync(asked, 0o700)
    const holder = program.start(asked, {})
    const { dataDir, notice } = await holder.next()
    expect([dataDir, notice]).toEqual([asked, null])
    expect(statSync(asked).mode & 0o777).toBe(0o711)
    await holder.stop()
  })

  test('root goes on with a database that an ordinary user made, as that user', async () => {
    const asked = program.usedFolder('theirs')
    const second = program.start(asked, {})
    expect(await ask((await second.next()).url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    const third = program.start(asked)
    expect(await ask((await third.next()).url, 'select 1 as one')).toEqual([{ one: 1 }])
    await third.stop()
  })
}
