import { useCallback, useEffect, useRef, useState } from 'react'
import { callEndpoint } from '../../api/client'
import { canSignIn } from '../../api/session'
import type { MutationResult } from '../../api/result'
import type { Submission } from '../../api/outbox/outbox'
import { outbox } from '../../api/outbox/device-outbox'
import { canScan } from '../../platform/scan/scan'
import { identity } from '../../platform/send/send'
import { reportBug } from '../../platform/start/report'
import { phoneNow } from '../../api/clock'
import {
  type CheckInMutation,
  type CheckInResult,
  resultOfMutation,
  resultOnceKnown,
  resultOfReply,
  resultOfSubmission,
  type OpenedCode,
} from './check-in-result'
import { firstTicks, type Ticks } from './ticks'

/** A quick answer needs no word in between; a slow one does. */
const SLOW_MS = 500

export interface CheckInActions {
  readonly result: CheckInResult
  /** The tap is on its way, and that takes a while. */
  readonly slow: boolean
  readonly confirm: (ticks: Ticks) => void
  /** Exchanges the same code once more. */
  readonly openAgain: () => void
  /** Writes the scan down to be sent later. */
  readonly store: () => void
}

/** The way of one scanned code: a receipt at once, one tap, and nothing lost on the way. */
export function useCheckInResult(code: string): CheckInActions {
  const [result, setResult] = useState<CheckInResult>({ kind: 'opening' })
  const [slow, setSlow] = useState(false)
  const underway = useRef(false)
  const show = useAcknowledgedOnceShown(result)
  useAnswerOfStored(
    result,
    useCallback(
      (key, answered) => {
        show(key)
        setResult(answered)
      },
      [show],
    ),
  )

  /** One thing at a time: slow hands tap twice. */
  const during = useCallback(async (check: () => Promise<CheckInResult>) => {
    if (underway.current) return
    underway.current = true
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    try {
      setResult(await check().catch(ofBug))
    } finally {
      clearTimeout(timer)
      underway.current = false
      setSlow(false)
    }
  }, [])

  const resultOf = useCallback(
    (submission: Submission<CheckInMutation>, opened: OpenedCode | null): CheckInResult => {
      if (submission.kind === 'settled') show(submission.key)
      return resultOfSubmission(submission, opened)
    },
    [show],
  )
  const store = useCallback(
    async (scannedAt: number) =>
      resultOf(await outbox.submit('checkIn.upload', { code }, null, scannedAt), null),
    [code, resultOf],
  )
  const open = useCallback(async (): Promise<CheckInResult> => {
    // Waiting for an answer takes a while, and may cross midnight.
    const scannedAt = phoneNow()
    const answered = resultOfReply(await callEndpoint('checkIn.open', { code }))
    if (answered === 'lost') return store(scannedAt)
    if (answered.kind !== 'opened') return answered
    const { opened } = answered
    if (!canScan && !(await canSignIn())) return { kind: 'only-in-wechat', opened }
    // WeChat says at every call who somebody is: a stranger there is somebody who never was here.
    return { ...answered, opened: { ...opened, forStranger: opened.forStranger && identity !== 'platform' } }
  }, [code, store])

  useEffect(() => {
    void during(open)
  }, [during, open])

  const record = async (opened: OpenedCode, { members, walkIns }: Ticks): Promise<CheckInResult> => {
    const input = {
      receipt: opened.receipt,
      members: members === null ? null : [...members],
      walkIns: [...walkIns],
    }
    return resultOf(await outbox.submit('checkIn.confirm', input), opened)
  }
  const confirm = (ticks: Ticks): void => {
    if (result.kind !== 'opened') return
    const { opened } = result
    void during(async () => {
      if (!opened.forStranger) return record(opened, ticks)
      // Signing in comes at the tap, and with it who is expected.
      const reply = await callEndpoint('checkIn.reopen', { receipt: opened.receipt })
      const known = resultOnceKnown(reply, opened, ticks.walkIns)
      // Nobody can be asked without a network: as a scan that could not be opened, it is not lost for that.
      if (known === 'lost') return record(opened, ticks)
      if (known.kind !== 'confirm') return known
      return record(known.opened, { ...firstTicks(known.opened), walkIns: ticks.walkIns })
    })
  }
  const openAgain = (): void => {
    setResult({ kind: 'opening' })
    void during(open)
  }
  return {
    result,
    slow,
    confirm,
    openAgain,
    store: () => void during(() => store(phoneNow())),
  }
}

/** A bug of ours does not leave anybody waiting. */
function ofBug(bug: unknown): CheckInResult {
  reportBug(bug)
  return { kind: 'broken', fault: 'internal', afterTap: false }
}

/** An answer that stands on the page counts as read; before that a kill leaves it for the next start. */
function useAcknowledgedOnceShown(result: CheckInResult): (key: string | null) => void {
  const toAcknowledge = useRef<string | null>(null)
  useEffect(() => {
    if (toAcknowledge.current === null) return
    outbox.acknowledge(toAcknowledge.current)
    toAcknowledge.current = null
  }, [result])
  return useCallback((key) => {
    toAcknowledge.current = key
  }, [])
}

/** What was stored turns into its answer as soon as that is there. */
function useAnswerOfStored(
  result: CheckInResult,
  onAnswer: (key: string, result: CheckInResult) => void,
): void {
  const key = result.kind === 'stored' ? result.key : null
  useEffect(() => {
    if (key === null) return undefined
    return outbox.subscribe(() => {
      const arrived = outbox.state().settled.find((one) => one.key === key)
      if (arrived?.kind === 'settled')
        onAnswer(key, resultOfMutation(arrived.result as MutationResult<CheckInMutation>, null))
    })
  }, [key, onAnswer])
}
