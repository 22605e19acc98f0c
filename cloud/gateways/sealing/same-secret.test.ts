import { spawnSync } from 'node:child_process'
import { sameSecret } from './same-secret'

/** The lines of a file of `cloud` to which lint says: compare secrets by sameSecret. */
function linesRefused(lines: readonly string[]): readonly number[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/eslint/bin/eslint.js',
      '--stdin',
      '--stdin-filename',
      'cloud/app/token.ts',
      '--format',
      'json',
    ],
    { input: lines.join('\n'), encoding: 'utf8' },
  )
  const [file] = JSON.parse(stdout) as readonly { messages: readonly { line: number; message: string }[] }[]
  const found = (file?.messages ?? []).filter(({ message }) => message.includes('sameSecret'))
  return [...new Set(found.map(({ line }) => line))]
}

describe('secrets', () => {
  it('are the same byte by byte', () => {
    expect(sameSecret(Buffer.from('abc'), Buffer.from('abc'))).toBe(true)
    expect(sameSecret(Buffer.from('abc'), Buffer.from('abd'))).toBe(false)
    expect(sameSecret(Buffer.from('abc'), Buffer.from('abcd'))).toBe(false)
    expect(sameSecret(Buffer.alloc(0), Buffer.alloc(0))).toBe(true)
  })

  it('are compared in no other way', () => {
    const wrong = [
      "import { timingSafeEqual } from 'node:crypto'",
      'export const a = (x: Buffer, y: Buffer) => x.equals(y)',
      'export const b = (x: Buffer, y: Buffer) => Buffer.compare(x, y) === 0',
      'export const c = (tokenHash: string, y: string) => tokenHash === y',
      'export const d = (x: string, row: { browser_hash: string }) => x !== row.browser_hash',
    ]
    const right = [
      'export const e = (tokenHash: string | null) => tokenHash === null',
      'export const f = (token: string | undefined) => token !== undefined',
    ]
    expect(linesRefused([...wrong, ...right])).toEqual(wrong.map((_, index) => index + 1))
  })
})
