import { ScratchProject } from './scratch-project'

/** Stands for Jest: lists `FILES`, and leaves `COUNTS` (or nothing) where it is told to. */
const JEST = `
const { appendFileSync, writeFileSync } = require('node:fs')
const words = process.argv.slice(2)
if (words[0] === '--listTests') {
  for (const file of (process.env.FILES || '').split(',')) console.log(process.cwd() + '/' + file)
} else {
  appendFileSync('calls.log', ['jest', ...words].join(' ') + '\\n')
  if (process.env.COUNTS) writeFileSync(process.env.COUNTS_FILE, process.env.COUNTS)
  console.log('browser: ' + process.env.CHROMIUM_PATH)
  process.exit(Number(process.env.CODE || 0))
}`

let project: ScratchProject
beforeEach(async () => {
  project = new ScratchProject()
  project.write('node_modules/jest/bin/jest.js', JEST)
})
afterEach(() => project.clear())

const lastLine = (printed: string): string | undefined => printed.trimEnd().split('\n').at(-1)

test('everything: installs, builds what the suites need, checks, tests; the last line counts them all', async () => {
  const { code, printed } = await project.run('test.mjs', [], {
    FILES: 'core/a.test.ts,tests/weapp/b.test.ts',
    COUNTS: '{"passed":3,"failed":0}',
  })
  expect(lastLine(printed)).toBe('4 passed, 0 failed')
  expect(code).toBe(0)
  // Twice: what is shipped, and the one for a server of its own.
  const [install, first, second, ...together] = project.takeCalls()
  expect([install, first, second]).toEqual(['ci', 'run build:weapp', 'run build:weapp'])
  expect(project.has('dist/weapp/app.json') && project.has('.cache/weapp-https/app.json')).toBe(true)
  expect(together.sort()).toEqual(['jest', 'run check'])
})

test('failed checks count as one failure, and the suites run all the same', async () => {
  const { code, printed } = await project.run('test.mjs', [], {
    COUNTS: '{"passed":3,"failed":0}',
    FAIL: 'check',
  })
  expect([code, lastLine(printed)]).toEqual([1, '3 passed, 1 failed'])
})

test('failed tests make the exit code 1', async () => {
  const { code, printed } = await project.run('test.mjs', [], {
    COUNTS: '{"passed":3,"failed":2}',
    CODE: '1',
  })
  expect([code, lastLine(printed)]).toEqual([1, '4 passed, 2 failed'])
})

test('a Jest that ends without counting has failed, even after one that counted', async () => {
  await project.run('test.mjs', [], { COUNTS: '{"passed":3,"failed":0}' })
  const { code, printed } = await project.run('test.mjs', [])
  expect([code, lastLine(printed)]).toEqual([1, '1 passed, 1 failed'])
})

test('a Jest that fails though no test did is a failure', async () => {
  const { code, printed } = await project.run('test.mjs', [], {
    COUNTS: '{"passed":3,"failed":0}',
    CODE: '1',
  })
  expect([code, lastLine(printed)]).toEqual([1, '4 passed, 1 failed'])
})

test('a pattern goes to Jest, builds nothing that it does not need, and leaves the checks out', async () => {
  const { printed } = await project.run('test.mjs', ['opening'], {
    FILES: 'core/opening.test.ts',
    COUNTS: '{"passed":3,"failed":0}',
  })
  expect(lastLine(printed)).toBe('3 passed, 0 failed')
  expect(project.takeCalls()).toEqual(['ci', 'jest opening'])
})

test('browser suites get the browser that was asked for', async () => {
  const { printed } = await project.run('test.mjs', ['e2e'], {
    FILES: 'tests/e2e/a.test.ts',
    COUNTS: '{"passed":1,"failed":0}',
    CHROMIUM_PATH: process.execPath,
  })
  expect(printed).toContain(`browser: ${process.execPath}`)
  expect(project.takeCalls()).toEqual(['ci', 'run build:h5', 'run build:desk', 'jest e2e'])
})

test('a CHROMIUM_PATH that does not run is told before anything is built', async () => {
  const { code, printed } = await project.run('test.mjs', ['e2e'], {
    FILES: 'tests/e2e/a.test.ts',
    CHROMIUM_PATH: '/nowhere/chromium',
  })
  expect(code).toBe(1)
  expect(printed).toContain('CHROMIUM_PATH is /nowhere/chromium, which does not run')
  expect(project.takeCalls()).toEqual(['ci'])
})

test('without a browser and without the right to install one, the one command is told', async () => {
  const { code, printed } = await project.run('test.mjs', ['e2e'], {
    FILES: 'tests/e2e/a.test.ts',
    PATH: '/nowhere',
  })
  expect(code).toBe(1)
  expect(printed).toContain('sudo apt-get install -y chromium-headless-shell fonts-noto-cjk')
})
