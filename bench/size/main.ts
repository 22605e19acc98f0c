import { spawnSync } from 'node:child_process'
import { figure, type Figure } from '../figure'

interface Measured {
  readonly name: string
  readonly bytes: number
  readonly limit: number
}

/** Main package of a Taro 4.2.1 + React 18 page that says hello, by the same count. */
const HELLO_WORLD = 299_731

/** Bytes of what was built, against config/byte-budgets.json. */
export function measure(): Promise<readonly Figure[]> {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/check-budgets.mjs', '--json'], {
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr.trim())
  // What is built on the way is told in the lines before.
  const measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as readonly Measured[]
  const main = measured.find(({ name }) => name === 'mini-program, main package')
  return Promise.resolve([
    ...measured.map(({ name, bytes, limit }) => figure('size', name, bytes, 'bytes', { most: limit })),
    ...(main
      ? [figure('size', 'mini-program, main package beyond hello-world', main.bytes - HELLO_WORLD, 'bytes')]
      : []),
  ])
}
