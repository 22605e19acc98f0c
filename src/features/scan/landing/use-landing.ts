import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../api/call/call'
import type { FinalAnswer } from '../../../api/outbox/kept-act'
import type { Submission } from '../../../api/outbox/outbox-kinds'
import { outbox } from '../../../api/outbox/own-outbox'
import { canSignIn } from '../../../api/call/session'
import { now } from '../../clock/use-now'
import { canScan } from '../../../platform/scan/scan'
import { reportBug } from '../../../platform/start/report'
import {
  landingOfAnswer,
  landingOfReply,
  landingOfSubmission,
  type CheckInAct,
  type Landing,
  type OpenedCode,
} from './landing'
import type { Ticks } from '../opened/ticks'

/** A quick answer needs no word in between; a slow one does. */
const SLOW_MS = 500

export interface LandingActs {
  readonly landing: Landing
  /** The tap is on its way, and that takes a while. */
  readonly slow: boolean
  readonly confirm: (ticks: Ticks) => void
  /** Exchanges the same code once more. */
  readonly openAgain: () => void
  /** Writes the scan down to be sent later. */
  readonly keep: () => void
}

/** The way of one scanned code: a receipt at once, one tap, and nothing lost on the way. */
export function useLanding(code: string): LandingActs {
  const [landing, setLanding] = useState<Landing>({ kind: 'opening' })
  const [slow, setSlow] = useState(false)
  const underway = useRef(false)
  const show = useSeenOnceShown(landing)
  useAnswerOfKept(
    landing,
    useCallback(
      (key, answered) => {
        show(key)
        setLanding(answered)
      },
      [show],
    ),
  )

  /** One thing at a time: slow hands tap twice. */
  const during = useCallback(async (act: () => Promise<Landing>) => {
    if (underway.current) return
    underway.current = true
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    try {
      setLanding(await act().catch(ofBug))
    } finally {
      clearTimeout(timer)
      underway.current = false
      setSlow(false)
    }
  }, [])

  const landingOf = useCallback(
    (submission: Submission<CheckInAct>, opened: OpenedCode | null): Landing => {
      if (submission.kind === 'answered') show(submission.key)
      return landingOfSubmission(submission, opened)
    },
    [show],
  )
  const keep = useCallback(
    async (scannedAt: number) =>
      landingOf(await outbox.submit('checkIn.upload', { code }, null, scannedAt), null),
    [code, landingOf],
  )
  const open = useCallback(async (): Promise<Landing> => {
    // Waiting for an answer takes a while, and may cross midnight.
    const scannedAt = now()
    const landed = landingOfReply(await call('checkIn.open', { code }))
    if (landed === 'lost') return keep(scannedAt)
    if (landed.kind !== 'opened' || canScan || (await canSignIn())) return landed
    return { kind: 'only-in-wechat', opened: landed.opened }
  }, [code, keep])

  useEffect(() => {
    void during(open)
  }, [during, open])

  const confirm = ({ members, walkIns }: Ticks): void => {
    if (landing.kind !== 'opened') return
    const { opened } = landing
    const wish = {
      receipt: opened.receipt,
      members: members === null ? null : [...members],
      walkIns: [...walkIns],
    }
    void during(async () => landingOf(await outbox.submit('checkIn.confirm', wish), opened))
  }
  const openAgain = (): void => {
    setLanding({ kind: 'opening' })
    void during(open)
  }
  return {
    landing,
    slow,
    confirm,
    openAgain,
    keep: () => void during(() => keep(now())),
  }
}

/** A bug of ours does not leave anybody waiting. */
function ofBug(bug: unknown): Landing {
  reportBug(bug)
  return { kind: 'broken', fault: 'internal', afterTap: false }
}

/** A last word that stands on the page was seen; before that a kill leaves it for the next start. */
function useSeenOnceShown(landing: Landing): (key: string | null) => void {
  const toSee = useRef<string | null>(null)
  useEffect(() => {
    if (toSee.current === null) return
    outbox.seen(toSee.current)
    toSee.current = null
  }, [landing])
  return useCallback((key) => {
    toSee.current = key
  }, [])
}

/** What was kept turns into its answer as soon as that is there. */
function useAnswerOfKept(landing: Landing, onAnswer: (key: string, landing: Landing) => void): void {
  const key = landing.kind === 'kept' ? landing.key : null
  useEffect(() => {
    if (key === null) return undefined
    return outbox.subscribe(() => {
      const arrived = outbox.state().unseen.find((one) => one.key === key)
      if (arrived?.kind === 'answered')
        onAnswer(key, landingOfAnswer(arrived.answer as FinalAnswer<CheckInAct>, null))
    })
  }, [key, onAnswer])
}
