import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { processStamp } from '../../../tools/embedded-postgres/process-stamp'
import { ScratchProject, freePort, lineWith } from './scratch-project'

let project: ScratchProject
beforeEach(() => {
  project = new ScratchProject()
})
afterEach(() => project.clear())

test('a fresh clone is installed and built; the next start finds nothing to do', async () => {
  await project.startAndStop()
  expect(project.takeCalls()).toEqual(['ci', 'run build:h5', 'run build:desk'])
  await project.startAndStop()
  expect(project.takeCalls()).toEqual([])
})

test('only what is made from a changed file is built again, and a changed test builds nothing', async () => {
  await project.startAndStop()
  project.takeCalls()
  project.write('src/app.ts', 'changed')
  await project.startAndStop()
  expect(project.takeCalls()).toEqual(['run build:h5'])
  project.write('desk/desk.ts', 'changed')
  await project.startAndStop()
  expect(project.takeCalls()).toEqual(['run build:desk'])
  const bundle = project.read('dist/server/main.cjs')
  project.write('cloud/server/server.test.ts', 'changed')
  await project.startAndStop()
  expect([project.takeCalls(), project.read('dist/server/main.cjs')]).toEqual([[], bundle])
})

test('a changed lock file is installed', async () => {
  await project.startAndStop()
  project.takeCalls()
  project.lock('1.0.1')
  await project.startAndStop()
  expect(project.takeCalls()).toContain('ci')
})

test('a build that fails is told with its reason, and is tried again', async () => {
  const env = { PORT: String(await freePort()) }
  const { code, printed } = await project.run('start.mjs', [], { ...env, FAIL: 'build:h5' })
  expect(code).toBe(1)
  expect(printed).toMatch(
    /the reason is this[^]*Building the residents' pages failed; everything it wrote is in .*h5\.log/,
  )
  project.takeCalls()
  await project.startAndStop()
  expect(project.takeCalls()).toEqual(['run build:h5', 'run build:desk'])
})

test('an output that somebody deleted is built again', async () => {
  await project.startAndStop()
  project.takeCalls()
  rmSync(`${project.folder}/dist/h5`, { recursive: true })
  await project.startAndStop()
  expect(project.takeCalls()).toEqual(['run build:h5'])
})

test('what npm start serves is the demonstration', async () => {
  expect((await project.startAndStop()).demo).toBe('1')
})

describe('is refused at once, in one sentence, before anything is installed:', () => {
  async function refusal(env: Record<string, string>): Promise<string> {
    const { code, printed } = await project.run('start.mjs', [], { PORT: String(await freePort()), ...env })
    expect([code, project.takeCalls()]).toEqual([1, []])
    expect(printed.trim().split('\n')).toHaveLength(1)
    return printed
  }

  test('a port in use', async () => {
    const rival = createServer().listen(0, '127.0.0.1')
    await once(rival, 'listening')
    const { port } = rival.address() as AddressInfo
    expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is in use by another program`)
    rival.close()
  })

  test.each(['eighty', '0', '70000', '-1'])('PORT=%s', async (port) => {
    expect(await refusal({ PORT: port })).toContain(`PORT is ${port}; it can be a number from 1 to 65535`)
  })

  test('a DATABASE_URL where nothing answers', async () => {
    const port = await freePort()
    const printed = await refusal({ DATABASE_URL: `postgres://me:open-sesame@127.0.0.1:${port}/x` })
    expect(printed).toContain(`Nothing answers at 127.0.0.1:${port}`)
    expect(printed).not.toContain('open-sesame')
  })

  test('a DATABASE_URL that is none', async () => {
    expect(await refusal({ DATABASE_URL: 'localhost' })).toContain(
      'postgres://user:password@host:5432/database',
    )
  })

  test('a DATA_DIR that is a file', async () => {
    expect(await refusal({ DATA_DIR: 'package.json' })).toMatch(/a file is in the way.*DATA_DIR/)
  })
})

test('a port that is given up within moments is waited for', async () => {
  const rival = createServer().listen(0, '127.0.0.1')
  await once(rival, 'listening')
  const { port } = rival.address() as AddressInfo
  setTimeout(() => rival.close(), 500)
  expect((await project.startAndStop({ PORT: String(port) })).demo).toBe('1')
})

test('Ctrl-C while it builds ends the build too', async () => {
  const child = project.spawn('start.mjs', [], { PORT: String(await freePort()), HANG: 'build:h5' })
  while (!project.has('hanging.pid')) await sleep(20)
  const build = Number(project.read('hanging.pid'))
  child.kill('SIGINT')
  const [code] = (await once(child, 'close')) as [number]
  expect(code).toBe(130)
  expect(processStamp(build)).toBeNull()
})

test('killing npm with -9 ends the server that npm started', async () => {
  const env = {
    npm_lifecycle_event: 'start',
    npm_execpath: `${project.folder}/npm.cjs`,
    PORT: String(await freePort()),
  }
  const npm = spawn('/bin/sh', ['-c', `'${process.execPath}' scripts/start.mjs & wait`], {
    cwd: project.folder,
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { pid } = JSON.parse((await lineWith(npm.stdout, 'ready ')).slice('ready '.length)) as { pid: number }
  npm.kill('SIGKILL')
  while (processStamp(pid) !== null) await sleep(20)
  expect(processStamp(pid)).toBeNull()
})

test('in a folder with run-time packages only, nothing is installed or built', async () => {
  const runTime = { 'node_modules/pg': { version: '8.0.0' } }
  const packages = { ...runTime, 'node_modules/esbuild': { version: '1.0.0', dev: true } }
  project.write('package-lock.json', JSON.stringify({ packages }))
  project.write('node_modules/.package-lock.json', JSON.stringify({ packages: runTime }))
  const env = { PORT: String(await freePort()) }
  const instead = (program: string) => ({
    code: 1,
    printed: expect.stringContaining(`nothing is installed in it: run \`node ${program}\``) as string,
  })
  expect(await project.run('start.mjs', [], env)).toEqual(instead('dist/server/main.cjs'))
  expect(await project.run('run.mjs', ['cloud/server/main.ts'], env)).toEqual(instead('dist/server/main.cjs'))
  expect(project.takeCalls()).toEqual([])
})
