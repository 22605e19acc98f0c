import { useCallback, useEffect, useState } from 'react'
import type { DeskHolder } from '../../core/contract/desk'
import { failureText } from '../text/failures'
import { call, whenLocked } from './client'
import { watchIdle } from './idle-lock'

export type Session =
  | { readonly kind: 'loading' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'failed'; readonly sentence: string }
  /** `isLocked`: nobody used the PC for a while; what is open stays, and one scan goes on. */
  | { readonly kind: 'signed-in'; readonly holder: DeskHolder; readonly isLocked: boolean }

/** Who is signed in on this PC; `renew` asks again, after a scan or a failure. */
export function useSession(): { readonly session: Session; readonly renew: () => Promise<void> } {
  const [session, setSession] = useState<Session>({ kind: 'loading' })
  const renew = useCallback(async () => {
    const reply = await call('desk.me', {})
    if (reply.ok) return setSession({ kind: 'signed-in', holder: reply.value, isLocked: false })
    if ('fault' in reply && reply.fault === 'unauthenticated') return
    setSession((before) =>
      before.kind === 'signed-in' ? before : { kind: 'failed', sentence: failureText(reply) },
    )
  }, [])
  useEffect(() => {
    whenLocked(() =>
      setSession((before) =>
        before.kind === 'signed-in' ? { ...before, isLocked: true } : { kind: 'signed-out' },
      ),
    )
    void Promise.resolve().then(renew)
  }, [renew])
  const idleMinutes = session.kind === 'signed-in' && !session.isLocked ? session.holder.idleMinutes : null
  useEffect(() => {
    if (idleMinutes === null) return
    return watchIdle(idleMinutes, () => {
      setSession((before) => (before.kind === 'signed-in' ? { ...before, isLocked: true } : before))
      // Without a network the session ends by itself: nothing of this page asks any more.
      void call('desk.signOut', {})
    })
  }, [idleMinutes])
  return { session, renew }
}
