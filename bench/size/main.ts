import { figure, type Figure } from '../figure'
import { measureBytes } from '../support/byte-budgets'

/** Main package of a Taro 4.2.1 + React 18 page that says hello, by the same count. */
const HELLO_WORLD = 299_731

/** Bytes of what was built, against config/byte-budgets.json. */
export function measure(): Promise<readonly Figure[]> {
  const measured = measureBytes()
  const main = measured.find(({ name }) => name === 'mini-program, main package')
  return Promise.resolve([
    ...measured.map(({ name, bytes, limit }) => figure('size', name, bytes, 'bytes', { most: limit })),
    ...(main
      ? [figure('size', 'mini-program, main package beyond hello-world', main.bytes - HELLO_WORLD, 'bytes')]
      : []),
  ])
}
