import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { Handled } from '../app/dispatch'

export interface Metrics {
  observe(handled: Handled): void
  contentType: string
  text(): Promise<string>
}

/** Counts and times by endpoint and outcome: names that we chose ourselves, nothing a caller sent. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'api_calls_total',
    help: 'Calls by endpoint and outcome (ok, a refusal code or a fault code).',
    labelNames: ['endpoint', 'outcome'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'api_call_duration_seconds',
    help: 'Time from the call to its answer, by endpoint.',
    labelNames: ['endpoint'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  return {
    observe({ endpoint, outcome, milliseconds }) {
      calls.inc({ endpoint, outcome })
      durations.observe({ endpoint }, milliseconds / 1000)
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
