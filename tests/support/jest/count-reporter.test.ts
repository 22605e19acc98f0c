import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SUITES: Readonly<Record<string, string>> = {
  'good.test.js': `test('one', () => {}); test('two', () => {})`,
  'bad.test.js': `test('three', () => { throw new Error('no') })`,
  'broken.test.js': `throw new Error('does not even load')`,
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caoyang-reporter-'))
  for (const [name, text] of Object.entries(SUITES)) writeFileSync(join(folder, name), text)
  const reporters = ['default', join(__dirname, 'count-reporter.cjs')]
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify({ reporters, transform: {} }))
})
afterAll(() => rmSync(folder, { recursive: true }))

function runJest(env: Record<string, string>) {
  const jest = require.resolve('jest/bin/jest')
  const { PATH = '' } = process.env
  return spawnSync(process.execPath, [jest], { cwd: folder, env: { PATH, ...env }, encoding: 'utf8' })
}

test('the last line counts tests, and a suite that did not load as one failure', () => {
  const { stdout, status } = runJest({})
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 passed, 2 failed')
  expect(status).toBe(1)
})

test('for npm test the numbers go to its file instead', () => {
  const file = join(folder, 'counts.json')
  const { stdout } = runJest({ COUNTS_FILE: file })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ passed: 2, failed: 2 })
  expect(stdout).not.toContain('2 passed, 2 failed')
})
