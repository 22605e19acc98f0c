import type { DeskSessionRow } from '../../../core/contract/desk'
import { accept } from '../../../core/kernel/result'
import { toIso } from '../../../core/kernel/shanghai-time'
import type { Handler } from '../../app/handler'
import { sameSecret } from '../../gateways/sealing/same-secret'
import { listDeskSessions } from '../../repositories/desk-session'

export const sessions: Handler<'desk.sessions'> = async (_input, { db, caller, now, desk }) => {
  const tokenHash = desk?.tokenHash ?? null
  const own = await listDeskSessions(db, caller.residentId)
  const open = own.filter(({ ended_at, expires_at }) => ended_at === null && expires_at > now)
  return accept({
    sessions: open.map((row): DeskSessionRow => ({
      sessionId: row.id,
      browser: row.browser,
      system: row.system,
      isPublicPc: row.is_public_pc,
      startedAt: toIso(row.started_at),
      seenAt: toIso(row.seen_at),
      state: row.seen_at + row.idle_minutes * 60_000 > now ? 'active' : 'locked',
      isNewBrowser: !own.some(
        ({ browser_hash, started_at }) =>
          started_at < row.started_at && sameSecret(browser_hash, row.browser_hash),
      ),
      isThis: tokenHash !== null && sameSecret(tokenHash, row.token_hash),
    })),
  })
}
