import type { ServerTime } from '../../core/contract/answer'
import { instant, toIso, type Instant } from '../../core/kernel/shanghai-time'
import type { Database } from '../database/connect'
import { readMode } from '../repositories/database-mode'

interface Heard {
  readonly now: Instant
  readonly isClockMoved: boolean
}

/** A demonstration's clock may be moved by another process; until then nobody asks again. */
const FRESH_MS = 10_000

/** The database's clock as this process heard it last, for answers that are given without asking who calls. */
export class ToldTime {
  private heard: (Heard & { readonly at: number }) | null = null

  constructor(private readonly db: Database) {}

  /** The time to be told with an answer, from what a statement has just read. */
  tell({ now, isClockMoved }: Heard): ServerTime {
    this.heard = { now, isClockMoved, at: performance.now() }
    return timeOf(now, isClockMoved)
  }

  /** Without asking the database, which may be what does not answer; nothing where it was never heard. */
  remembered(): ServerTime {
    if (this.heard === null) return {}
    const { now, isClockMoved, at } = this.heard
    return timeOf(instant(now + Math.round(performance.now() - at)), isClockMoved)
  }

  async current(): Promise<ServerTime> {
    if (this.heard === null || performance.now() - this.heard.at > FRESH_MS) {
      // The answer stands already; a database that does not answer is told of by whatever asks it.
      const mode = await readMode(this.db).catch(() => null)
      if (mode !== null) return this.tell(mode)
    }
    return this.remembered()
  }
}

const timeOf = (now: Instant, isClockMoved: boolean): ServerTime => ({
  at: toIso(now),
  ...(isClockMoved ? { moved: true } : {}),
})
