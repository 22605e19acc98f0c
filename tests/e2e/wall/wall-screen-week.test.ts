import { readers, TUESDAY_MORNING } from '../../support/browser/readers'
import type { Visit } from '../../support/browser/visit'
import { drawn, openWall, pairWall, pathReckoner } from '../../support/browser/wall'

const reader = readers({ isDemo: true })
const MORNING = Date.parse(TUESDAY_MORNING)
const HOUR = 3_600_000
const STEP = 30 * 60_000
const DAY = 24 * HOUR
/** A week takes half a minute, on a busy machine several times that. */
const PATIENCE_MS = 300_000

interface Weight {
  readonly nodes: number
  readonly listeners: number
  readonly heap: number
  readonly timers: number
}

/** Counts timers that are still to come and calls on their way; beside the page's own clock, which the test steps. */
const COUNT_WAITING = () => {
  let calls = 0
  const { fetch: ask } = window
  window.fetch = async (...request) => {
    calls += 1
    try {
      return await ask(...request)
    } finally {
      calls -= 1
    }
  }
  const waiting = new Set<number>()
  const { setTimeout: set, clearTimeout: clear } = window
  window.setTimeout = ((run: () => void, ms?: number) => {
    const id = set(() => {
      waiting.delete(id)
      run()
    }, ms)
    waiting.add(id)
    return id
  }) as typeof window.setTimeout
  window.clearTimeout = (id) => {
    waiting.delete(id as number)
    clear(id)
  }
  Object.assign(window, { waitingTimers: () => waiting.size, callsUnderway: () => calls })
}

async function weigh({ page, context }: Visit): Promise<Weight> {
  const browser = await context.newCDPSession(page)
  await browser.send('HeapProfiler.enable')
  await browser.send('HeapProfiler.collectGarbage')
  await browser.send('Performance.enable')
  const { metrics } = await browser.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
  const timers = await page.evaluate(() =>
    (window as unknown as { waitingTimers: () => number }).waitingTimers(),
  )
  await browser.detach()
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize'), timers }
}

/**
 * Until the screen waits for the next slot and the next contact, and for nothing else. Timers alone do not tell: while
 * an answer is on its way, the patience with it stands in for the next contact.
 */
async function settled({ page }: Visit): Promise<void> {
  await page.waitForFunction(
    () => {
      const { waitingTimers, callsUnderway } = window as unknown as Record<string, () => number>
      return waitingTimers?.() === 2 && callsUnderway?.() === 0
    },
    undefined,
    { polling: 'raf' },
  )
}

it(
  'a week long a wall screen neither grows nor drifts, though its own clock runs fast and each night the network is gone',
  async () => {
    const visit = await reader.visit()
    const { page } = visit
    await page.addInitScript(COUNT_WAITING)
    /** What the true time is: the device gains 60 ms in half an hour, which is 20 s in a week. */
    let truth = MORNING
    await page.route('**/api/screen.show', async (route) => {
      const hour = new Date(truth + 8 * HOUR).getUTCHours()
      if (hour < 6) return route.abort('internetdisconnected')
      const answer = await route.fetch()
      const body = (await answer.json()) as { value: object }
      return route.fulfill({
        json: { ...body, value: { ...body.value, now: new Date(truth).toISOString() } },
      })
    })
    await openWall(visit)
    const screenId = await pairWall(visit, reader.backend().api)
    const pathAt = await pathReckoner(reader.backend().api, screenId, reader.backend().origin)
    truth = MORNING + 2 * 60_000
    await page.clock.pauseAt(truth)
    await settled(visit)
    const weights: Weight[] = []
    for (let passed = 0; passed < 7 * DAY; passed += STEP) {
      if (passed % DAY === 0) weights.push(await weigh(visit))
      truth += STEP
      await page.clock.fastForward(STEP + 60)
      await drawn(visit, pathAt(truth))
      await settled(visit)
    }
    weights.push(await weigh(visit))
    const [, afterADay, ...days] = weights
    for (const day of days) {
      expect(day.nodes).toBeLessThanOrEqual((afterADay?.nodes ?? 0) + 20)
      expect(day.listeners).toBeLessThanOrEqual(afterADay?.listeners ?? 0)
      expect(day.heap).toBeLessThan((afterADay?.heap ?? 0) * 1.15)
      expect(day.timers).toBeLessThanOrEqual(2)
    }
  },
  PATIENCE_MS,
)
