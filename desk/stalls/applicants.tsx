import { Alert, App, Button, Select } from 'antd'
import { useState } from 'react'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { failureText } from '../text/failures'
import { STALLS } from '../text/stalls'
import { whenText } from '../text/when'

interface ApplicantsProps {
  readonly activityId: string
  /** Only whoever answers for the 街道 gives stalls. */
  readonly mayAssign: boolean
  /** Something above is not saved: it would be lost with a new plan. */
  readonly isTouched: boolean
  readonly onAssigned: () => Promise<void>
}

/** Residents who asked for a stall, in the order in which they came, and which of the published stalls they get. */
export function Applicants({ activityId, mayAssign, isTouched, onAssigned }: ApplicantsProps) {
  const { message } = App.useApp()
  const [loaded, again] = useLoaded('stall.list', { activityId })
  const [isBusy, setBusy] = useState(false)
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  const { stalls, applications } = loaded.value
  const taken = new Set(applications.flatMap(({ stallId }) => stallId ?? []))
  const free = stalls.filter(({ stallId }) => !taken.has(stallId))
  const decide = async (applicationId: string, stallId: string | null) => {
    setBusy(true)
    const requestId = newRequestId()
    const reply =
      stallId === null
        ? await call('stall.decline', { applicationId, requestId })
        : await call('stall.assign', { applicationId, stallId, requestId })
    setBusy(false)
    if (!reply.ok) return void message.error(failureText(reply))
    await again()
    await onAssigned()
  }
  return (
    <section className="sheet">
      <h2>{STALLS.applicants}</h2>
      {applications.length === 0 ? <p className="soft">{STALLS.noApplicants}</p> : null}
      {isTouched && mayAssign && applications.length > 0 ? (
        <p className="soft">{STALLS.assignFirst}</p>
      ) : null}
      {applications.map((one) => {
        const stall = stalls.find(({ stallId }) => stallId === one.stallId)
        const isOpen = one.state === 'applied' || one.state === 'assigned'
        const who = STALLS.applicant(one.name)
        return (
          <div key={one.applicationId} className="stalls__applicant">
            <span>
              {who} <small className="soft">{whenText(one.appliedAt)}</small>
            </span>
            <span>{`${one.kind}：${one.offer}`}</span>
            <span className="state">
              {stall === undefined ? STALLS.states[one.state] : STALLS.assigned(stall.number)}
            </span>
            {mayAssign && isOpen ? (
              <span>
                <Select<string>
                  className="stalls__to"
                  aria-label={`${STALLS.assignTo} ${who}`}
                  placeholder={STALLS.assignTo}
                  value={null}
                  disabled={isTouched || isBusy || free.length === 0}
                  options={free.map(({ stallId, number, name }) => ({
                    value: stallId,
                    label: name === null ? STALLS.stall(number) : `${STALLS.stall(number)} ${name}`,
                  }))}
                  onChange={(stallId) => void decide(one.applicationId, stallId)}
                />
                <Button
                  disabled={isTouched || isBusy}
                  aria-label={`${STALLS.decline} ${who}`}
                  onClick={() => void decide(one.applicationId, null)}
                >
                  {STALLS.decline}
                </Button>
              </span>
            ) : null}
          </div>
        )
      })}
    </section>
  )
}
