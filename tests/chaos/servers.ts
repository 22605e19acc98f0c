import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram, startServer, type RunningServer } from '../support/api/processes/program'

/** Two servers of the demonstration, whose clock can be moved, as systemd runs them: what ends is started again. */
export interface Servers {
  readonly ports: readonly number[]
  /** `kill -9`, and started again at once. */
  kill(which: readonly number[]): Promise<void>
  restartInTurn(): Promise<void>
  /** Two rounds of jobs at the same time, beside those that the servers do by themselves. */
  runJobs(): Promise<void>
  /** How often a server ended that nobody had ended. */
  endedByThemselves(): number
  /** Calls that broke inside, by what the log says of them. */
  brokenInside(): ReadonlyMap<string, number>
  stop(): Promise<void>
}

const RESTARTS = 40
const PAUSE_MS = 500

export async function startServers(databaseUrl: string): Promise<Servers> {
  const env = { DATABASE_URL: databaseUrl, DEMO: '1', TRUST_PROXY: '1' }
  const broken = new Map<string, number>()
  const wanted = new Set<RunningServer>()
  let byThemselves = 0
  let isOver = false

  /** A database that is not there yet is waited for, as systemd does by starting again. */
  async function start(port?: number): Promise<RunningServer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const server = await startServer({ ...env, ...(port === undefined ? {} : { PORT: String(port) }) })
        wanted.add(server)
        server.child.stdout?.on('data', (piece: Buffer) => note(piece.toString(), broken))
        void server.ended.then(() => {
          if (wanted.delete(server)) {
            byThemselves += 1
            if (!isOver) void start(Number(new URL(server.origin).port)).then((next) => replace(server, next))
          }
        })
        return server
      } catch (error) {
        if (attempt === RESTARTS) throw error
        await sleep(PAUSE_MS)
      }
    }
  }
  const running = [await start(), await start()]
  const ports = running.map(({ origin }) => Number(new URL(origin).port))
  const replace = (old: RunningServer, next: RunningServer): void => {
    const place = running.indexOf(old)
    if (place >= 0) running[place] = next
  }
  const again = async (which: number, end: (server: RunningServer) => Promise<unknown>): Promise<void> => {
    const server = running[which]
    if (server === undefined) throw new Error(`there is no server ${which}`)
    wanted.delete(server)
    await end(server)
    running[which] = await start(ports[which])
  }

  return {
    ports,
    async kill(which) {
      await Promise.all(
        which.map((one) =>
          again(one, (server) => {
            server.child.kill('SIGKILL')
            return server.stop()
          }),
        ),
      )
    },
    async restartInTurn() {
      for (const which of running.keys()) await again(which, (server) => server.stop())
    },
    async runJobs() {
      const jobs = [1, 2].map(() => startProgram('jobs', env, ['--once']).ended)
      await Promise.all(jobs)
    },
    endedByThemselves: () => byThemselves,
    brokenInside: () => broken,
    async stop() {
      isOver = true
      wanted.clear()
      await Promise.all(running.map((server) => server.stop()))
    },
  }
}

/** Lines of the log that tell of a fault of ours. */
function note(lines: string, broken: Map<string, number>): void {
  for (const line of lines.split('\n')) {
    const found = /"endpoint":"([\w.]+)".*"outcome":"internal"|"msg":"(job failed|jobs could not run)"/.exec(
      line,
    )
    if (found === null) continue
    const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(line)?.[1] ?? ''
    const name = `${found[1] ?? found[2] ?? ''}: ${message}`
    broken.set(name, (broken.get(name) ?? 0) + 1)
  }
}
