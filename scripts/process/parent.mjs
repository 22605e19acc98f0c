import { clearInterval, setInterval } from 'node:timers'
import { readFileSync } from 'node:fs'

const LOOK_MS = 500

/**
 * npm hands signals on to the script it runs, but cannot when it is killed with -9 itself; a server that goes on
 * alone would keep the port and the data folder. So who was started by npm ends with npm.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const ancestors = ancestry()
  const timer = setInterval(() => {
    if (ancestry() === ancestors) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS)
  timer.unref()
}

/** Our parent and, since some shells stand between npm and us, its parent too where the system tells. */
function ancestry() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

/** @param {number} pid */
function parentOf(pid) {
  if (process.platform !== 'linux') return ''
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch (error) {
    // It ended between our two looks.
    if (['ENOENT', 'ESRCH'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return ''
    throw error
  }
}
