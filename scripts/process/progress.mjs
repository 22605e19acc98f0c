import { performance } from 'node:perf_hooks'
import { clearInterval, setInterval } from 'node:timers'

const HEARTBEAT_MS = 20_000
const TICK_MS = 1000

/**
 * One line for something that takes long: on a terminal it counts the seconds, elsewhere it gives a sign of life
 * now and then.
 * @param {string} title
 */
export function showProgress(title) {
  const began = performance.now()
  const seconds = () => Math.round((performance.now() - began) / 1000)
  const terminal = process.stdout.isTTY
  const say = terminal
    ? () => process.stdout.write(`\r${title} … ${seconds()} s `)
    : () =>
        process.stdout.write(`  still ${title.charAt(0).toLowerCase()}${title.slice(1)}, ${seconds()} s\n`)
  if (terminal) say()
  else process.stdout.write(`${title} …\n`)
  const timer = setInterval(say, terminal ? TICK_MS : HEARTBEAT_MS)
  return {
    /** @param {boolean} well */
    end(well) {
      clearInterval(timer)
      const outcome = `${title}: ${well ? 'done' : 'failed'} in ${seconds()} s`
      process.stdout.write(terminal ? `\r${outcome}   \n` : `${outcome}\n`)
    },
  }
}
