import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Handled } from '../app/dispatch'
import type { PoolState } from '../database/connect'
import type { JobReport } from '../jobs/run'
import type { OperationFigures } from '../repositories/operations'

export interface Metrics {
  observe(handled: Handled): void
  /** A connection to the database broke, idle or under a call. */
  lostConnection(): void
  /** A call that was answered before dispatch saw it, with its status. */
  refusedEarly(status: number): void
  /** A call whose headers say of a proxy what the settings do not. */
  strangeProxy(): void
  observeJobs(reports: readonly JobReport[]): void
  /** What is looked up anew each time that somebody asks for the metrics. */
  watch(sources: MetricSources): void
  contentType: string
  text(): Promise<string>
}

export interface MetricSources {
  readonly pool: () => PoolState
  readonly figures: () => Promise<OperationFigures>
  /** The year whose public holidays are missing although they matter by now. */
  readonly missingYear: () => Promise<number | null>
  readonly build: { readonly version: string; readonly program: string }
}

const EARLY_STATUSES = [400, 403, 404, 413, 421, 503] as const

/** Counts and times by endpoint and outcome: names that we chose ourselves, nothing a caller sent. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'api_calls_total',
    help: 'Calls by endpoint and outcome (ok, a refusal code or a fault code).',
    labelNames: ['endpoint', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'api_call_duration_seconds',
    help: 'Time from the call to its answer, by endpoint.',
    labelNames: ['endpoint'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  })
  const lost = new Counter({
    name: 'database_connections_lost_total',
    help: 'Connections to the database that broke, idle or under a call.',
    registers,
  })
  const early = new Counter({
    name: 'api_refused_before_dispatch_total',
    help: 'Calls answered before dispatch: 400 broken body, 403 a page elsewhere, 404 no such address, 413 too large, 421 another host, 503 overloaded or closing.',
    labelNames: ['status'],
    registers,
  })
  for (const status of EARLY_STATUSES) early.inc({ status }, 0)
  const strange = new Counter({
    name: 'proxy_mismatch_total',
    help: 'Calls whose headers do not go with TRUST_PROXY: X-Forwarded-For without it, or none with it.',
    registers,
  })
  const jobSuccess = new Gauge({
    name: 'job_last_success_timestamp_seconds',
    help: 'When each job last ran without a fault in this process.',
    labelNames: ['job'],
    registers,
  })
  const jobFailures = new Counter({
    name: 'job_failures_total',
    help: 'Runs of each job that failed.',
    labelNames: ['job'],
    registers,
  })
  const jobDone = new Counter({
    name: 'job_done_total',
    help: 'What each job has done: messages that arrived, rows that were forgotten.',
    labelNames: ['job'],
    registers,
  })
  let refresh = (): Promise<void> => Promise.resolve()
  return {
    lostConnection: () => lost.inc(),
    refusedEarly: (status) => early.inc({ status }),
    strangeProxy: () => strange.inc(),
    observe({ endpoint, outcome, milliseconds }) {
      calls.inc({ endpoint, outcome })
      durations.observe({ endpoint }, milliseconds / 1000)
    },
    observeJobs(reports) {
      for (const { name: job, done, error } of reports) {
        jobFailures.inc({ job }, error === undefined ? 0 : 1)
        jobDone.inc({ job }, done)
        if (error === undefined) jobSuccess.set({ job }, Math.floor(Date.now() / 1000))
      }
    },
    watch: (sources) => {
      refresh = watch(registry, sources)
    },
    contentType: registry.contentType,
    text: async () => {
      await refresh()
      return registry.metrics()
    },
  }
}

/** Gives what looks everything up anew. */
function watch(
  registry: Registry,
  { pool, figures, missingYear, build }: MetricSources,
): () => Promise<void> {
  const registers = [registry]
  const connections = new Gauge({
    name: 'database_pool_connections',
    help: 'Connections of this process by state: used, idle, and calls that wait for one.',
    labelNames: ['state'],
    registers,
  })
  new Gauge({
    name: 'build_info',
    help: 'Which program this is: its version and the beginning of its SHA-256.',
    labelNames: ['version', 'program', 'node'],
    registers,
  }).set({ ...build, node: process.version }, 1)
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers })
  const messages = gauge('messages_by_fate', 'Messages of the last 24 hours by what became of them.', [
    'fate',
  ])
  const due = gauge('job_backlog', 'What is due and not done yet, by job.', ['job'])
  const screens = gauge('screens', 'Wall screens that are paired, and those seen within 5 minutes.', [
    'state',
  ])
  const bytes = gauge('database_size_bytes', 'Size of the database.')
  const holidays = gauge(
    'holidays_missing_year',
    'The year whose public holidays nobody has entered although they matter by now; 0 where none is missing.',
  )
  const up = gauge(
    'database_figures_up',
    '1 where the figures here that come from the database are of now; 0 where it did not answer.',
  )
  return async () => {
    for (const [state, n] of Object.entries(pool())) connections.set({ state }, n)
    try {
      const now = await figures()
      for (const [fate, n] of Object.entries(now.messages)) messages.set({ fate }, n)
      due.set({ job: 'send-messages' }, now.messagesDue)
      due.set({ job: 'check-texts' }, now.textsUnchecked)
      due.set({ job: 'erase-due-residents' }, now.erasuresDue)
      screens.set({ state: 'paired' }, now.screensPaired)
      screens.set({ state: 'seen' }, now.screensSeen)
      bytes.set(now.databaseBytes)
      holidays.set((await missingYear()) ?? 0)
      up.set(1)
    } catch {
      // This metric says so: asking how things stand must not fail with the database.
      up.set(0)
    }
  }
}
