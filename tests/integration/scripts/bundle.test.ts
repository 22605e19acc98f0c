import { ScratchProject } from './scratch-project'

let project: ScratchProject
beforeEach(() => {
  project = new ScratchProject()
  project.write('cloud/functions/greet/config.json', '{"permissions":{"openapi":["greet.all"]}}')
  project.write(
    'cloud/functions/greet/index.ts',
    "import { word } from '../../word'\nexport const main = () => word",
  )
  project.write('cloud/word.ts', "export const word: string = '你好'")
})
afterEach(() => project.clear())

test('a cloud function becomes one file with its permissions and a package.json', async () => {
  expect(await project.run('bundle.mjs', ['functions'])).toEqual({ code: 0, printed: '' })
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as the cloud loads it
  const { main } = require(`${project.folder}/dist/functions/greet/index.js`) as { main: () => string }
  expect(main()).toBe('你好')
  expect(JSON.parse(project.read('dist/functions/greet/config.json'))).toEqual({
    permissions: { openapi: ['greet.all'] },
  })
  expect(JSON.parse(project.read('dist/functions/greet/package.json'))).toEqual({
    name: 'greet',
    version: '1.2.3',
    private: true,
    main: 'index.js',
    dependencies: {},
  })
})

test('a package that stays outside must be named for the cloud to install', async () => {
  project.write('cloud/functions/greet/index.ts', "export const main = () => require('wx-server-sdk')")
  const { code, printed } = await project.run('bundle.mjs', ['functions'])
  expect(code).toBe(1)
  expect(printed).toContain('The cloud function greet needs wx-server-sdk')
  project.write('cloud/functions/greet/package.json', '{"dependencies":{"wx-server-sdk":"3.0.1"}}')
  expect((await project.run('bundle.mjs', ['functions'])).code).toBe(0)
  expect(JSON.parse(project.read('dist/functions/greet/package.json'))).toMatchObject({
    dependencies: { 'wx-server-sdk': '3.0.1' },
  })
})

test('a program that does not resolve is told by file and line, without a stack', async () => {
  project.write('cloud/server/main.ts', "import './missing'")
  const { code, printed } = await project.run('bundle.mjs', ['programs'])
  expect(code).toBe(1)
  expect(printed).toMatch(/cloud\/server\/main\.ts:1:7/)
  expect(printed).toContain('cloud/server/main.ts cannot be bundled')
  expect(printed).not.toMatch(/^ +at /m)
})

describe('running a program', () => {
  test('hands on arguments and exit code', async () => {
    project.write('jobs/main.ts', 'console.log(process.argv.slice(2).join("+")); process.exitCode = 7')
    await project.run('start.mjs', [], { FAIL: 'build:h5' })
    expect(await project.run('run.mjs', ['jobs/main.ts', '--once', 'x'])).toEqual({
      code: 7,
      printed: '--once+x\n',
    })
  })

  test('tells where in the TypeScript it failed', async () => {
    await project.run('start.mjs', [], { FAIL: 'build:h5' })
    project.write('jobs/main.ts', '\n\nthrow new Error("broken")')
    expect((await project.run('run.mjs', ['jobs/main.ts'])).printed).toMatch(/jobs\/main\.ts:3:7/)
  })

  test('without a program it says how to use it', async () => {
    expect(await project.run('run.mjs', [])).toMatchObject({
      code: 1,
      printed: expect.stringContaining('Use: node'),
    })
  })
})
