import type { StallHours } from '../../core/domain/activity/stall/plan'
import { signPlace, type StallPosition } from '../../core/domain/activity/stall/position'
import { hoursText, PLAN } from '../text/stalls'

interface PlanPaperProps {
  readonly title: string
  /** 周六 11月28日 9:00–11:00. */
  readonly when: string
  readonly place: string
  /** By number. */
  readonly stalls: readonly {
    readonly number: string
    readonly name: string | null
    readonly hours: StallHours | null
    readonly position: StallPosition | null
  }[]
  /** Not what residents see: it says so. */
  readonly isDraft?: boolean
}

/** 摊位图 on A4: numbers in black on white, nothing filled, and beneath it who stands where. */
export function PlanPaper({ title, when, place, stalls, isDraft = false }: PlanPaperProps) {
  return (
    <div className="plan-paper">
      <h1>{title}</h1>
      <p>{[when, place, ...(isDraft ? [PLAN.draft] : [])].join('　')}</p>
      <div className="plan-paper__ground">
        <span className="plan-paper__place">{place}</span>
        {stalls.map(({ number, position }) =>
          position === null ? null : (
            <span key={number} style={signPlace(position)}>
              {number}
            </span>
          ),
        )}
      </div>
      <ul>
        {stalls.map(({ number, name, hours }) => (
          <li key={number}>
            <b>{number}</b> {[name ?? PLAN.free, hoursText(hours)].filter(Boolean).join(' ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
