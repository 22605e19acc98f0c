import { useLayoutEffect, useRef, useState } from 'react'
import type { ScreenActivity } from '../../../core/contract/check-in/screen'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { wallLine } from '../../../src/text/wall/wall'
import { pageAt, pageStarts } from './paging'

interface ActivityLinesProps {
  readonly activities: readonly ScreenActivity[]
  readonly here: string
  readonly now: Instant
}

/** As many activities as there is room for, the others in turn. */
export function ActivityLines({ activities, here, now }: ActivityLinesProps) {
  const room = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<readonly number[]>([])
  const [height, setHeight] = useState(Infinity)
  useLayoutEffect(() => {
    const fresh = room.current?.clientHeight ?? Infinity
    setHeight((known) => (known === fresh ? known : fresh))
    const found = [...(sheet.current?.children ?? [])].map((line) => (line as HTMLElement).offsetHeight)
    setHeights((known) => (known.join() === found.join() ? known : found))
  }, [activities, here, now])
  const starts = pageStarts(heights, height)
  const page = pageAt(starts.length, now)
  const [first = 0, end = activities.length] = starts.slice(page)
  const above = heights.slice(0, first).reduce((sum, line) => sum + line, 0)
  return (
    <>
      <div className="lines" ref={room}>
        <div ref={sheet} style={{ transform: `translateY(${-above}px)` }}>
          {activities.map((activity, index) => (
            <Line
              key={activity.id}
              activity={activity}
              here={here}
              now={now}
              shown={index >= first && index < end}
            />
          ))}
        </div>
      </div>
      {/* Its line stays: were it gone with one page, there would be room for that page only without it. */}
      <p className="turns">{starts.length > 1 ? `${page + 1} / ${starts.length}` : '\u00a0'}</p>
    </>
  )
}

interface LineProps extends Omit<ActivityLinesProps, 'activities'> {
  readonly activity: ScreenActivity
  readonly shown: boolean
}

function Line({ activity, here, now, shown }: LineProps) {
  const { day, clock, title, where, change, off } = wallLine(activity, here, now)
  return (
    <article className={`line${off ? ' line--off' : ''}${shown ? '' : ' line--waiting'}`}>
      <p className="line__when">
        {day === null ? null : <span className="line__day">{day}</span>}
        {clock}
      </p>
      <div className="line__what">
        <h3 className="line__title">{title}</h3>
        {change === null ? null : (
          <p className={`line__change${change.loud ? ' line__change--loud' : ''}`}>{change.text}</p>
        )}
        <p className="line__where">{where}</p>
      </div>
    </article>
  )
}
