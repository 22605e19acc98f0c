import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processStamp } from '../../../tools/embedded-postgres/process-stamp'
import { AM_ROOT, HolderProgram, NOBODY, ask, serverPid } from '../../support/database/holder'
import type { User } from '../../support/database/holder'

/** Whoever runs the tests, and when that is root, an ordinary user too. */
const users: [string, User][] = AM_ROOT
  ? [
      ['root', {}],
      ['an ordinary user', NOBODY],
    ]
  : [['an ordinary user', {}]]

describe.each(users)('as %s', (_name, user) => {
  let program: HolderProgram
  beforeAll(() => {
    program = new HolderProgram(user)
    return program.makeSeed()
  })
  afterAll(() => program.clear())

  test('rows outlive an ordinary stop, and no process does', async () => {
    const dataDir = program.usedFolder('kept')
    const first = program.start(dataDir)
    await ask((await first.next()).url, 'create table kept as select 7 as number')
    const pid = serverPid(dataDir)
    await first.stop()
    expect(processStamp(pid)).toBeNull()
    const second = program.start(dataDir)
    expect(await ask((await second.next()).url, 'select number from kept')).toEqual([{ number: 7 }])
    await second.stop()
  })

  test('kill -9 of the owner ends PostgreSQL, and the next start has every committed row', async () => {
    const dataDir = program.usedFolder('killed')
    const first = program.start(dataDir)
    const { url } = await first.next()
    await ask(url, 'create table kept as select 7 as number')
    const pid = serverPid(dataDir)
    first.process.kill('SIGKILL')
    await ended(pid)
    const second = program.start(dataDir)
    expect(await ask((await second.next()).url, 'select number from kept')).toEqual([{ number: 7 }])
    await second.stop()
  })

  test('a start right after kill -9 does not wait for anybody', async () => {
    const dataDir = program.usedFolder('hasty')
    const first = program.start(dataDir)
    await ask((await first.next()).url, 'create table kept as select 7 as number')
    first.process.kill('SIGKILL')
    const second = program.start(dataDir)
    expect(await ask((await second.next()).url, 'select number from kept')).toEqual([{ number: 7 }])
    await second.stop()
  })

  test('a PostgreSQL whose supervisor was killed too is stopped by the next start', async () => {
    const dataDir = program.usedFolder('orphan')
    const first = program.start(dataDir)
    await first.next()
    const orphan = serverPid(dataDir)
    const supervisor = parentOf(orphan)
    const watches = childrenOf(supervisor).filter((pid) => pid !== orphan)
    for (const pid of [supervisor, ...watches]) process.kill(pid, 'SIGKILL')
    first.process.kill('SIGKILL')
    await once(first.process, 'exit')
    expect(processStamp(orphan)).not.toBeNull()
    const second = program.start(dataDir)
    const { url } = await second.next()
    expect(processStamp(orphan)).toBeNull()
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  })

  test('a second owner is refused in one sentence and the first goes on', async () => {
    const dataDir = program.usedFolder('shared')
    const first = program.start(dataDir)
    const { url } = await first.next()
    const second = program.start(dataDir)
    const { refusal } = await second.next()
    expect(refusal).toContain(`is in use by process ${first.process.pid}`)
    await once(second.process, 'exit')
    expect(second.process.exitCode).toBe(1)
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.stop()
  })

  test('a cut-off first start is made good by the next', async () => {
    const dataDir = program.emptyFolder('cut')
    const first = program.start(dataDir)
    while (!existsSync(join(dataDir, 'credentials.json'))) await sleep(5)
    first.process.kill('SIGKILL')
    await once(first.process, 'exit')
    const second = program.start(dataDir)
    expect(await ask((await second.next()).url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readdirSync(dataDir).filter((name) => name.startsWith('.'))).toEqual([])
    await second.stop()
  })
})

async function ended(pid: number): Promise<void> {
  while (processStamp(pid) !== null) await sleep(20)
}

const parentOf = (pid: number): number => Number(statOf(pid)[1])

function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}
