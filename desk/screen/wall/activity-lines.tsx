import { useLayoutEffect, useRef, useState } from 'react'
import type { ScreenActivity } from '../../../core/contract/check-in/screen'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { WALL, wallLine } from '../../../src/text/wall/wall'
import { countFitting, pageAt, pageStarts } from './paging'

interface ActivityLinesProps {
  /** Left today. */
  readonly activities: readonly ScreenActivity[]
  /** Of the days to come. */
  readonly next: readonly ScreenActivity[]
  readonly here: string
  readonly now: Instant
}

/** As many of today's activities as there is room for, the others in turn; where all fit, those of the next days below. */
export function ActivityLines({ activities, next, here, now }: ActivityLinesProps) {
  const room = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<readonly number[]>([])
  const [height, setHeight] = useState(Infinity)
  useLayoutEffect(() => {
    const fresh = room.current?.clientHeight ?? Infinity
    setHeight((known) => (known === fresh ? known : fresh))
    const found = [...(sheet.current?.children ?? [])].map((line) => (line as HTMLElement).offsetHeight)
    setHeights((known) => (known.join() === found.join() ? known : found))
  }, [activities, next, here, now])
  const todays = heights.slice(0, activities.length)
  const starts = pageStarts(todays, height)
  const page = pageAt(starts.length, now)
  const [first = 0, end = activities.length] = starts.slice(page)
  const above = todays.slice(0, first).reduce((sum, line) => sum + line, 0)
  // Their heading takes the place of one line.
  const nextShown = starts.length > 1 ? 0 : countFitting(heights, height) - activities.length - 1
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
          {next.length === 0 ? null : (
            <h2 className={`list__title list__title--next${nextShown > 0 ? '' : ' line--waiting'}`}>
              {WALL.next}
            </h2>
          )}
          {next.map((activity, index) => (
            <Line key={activity.id} activity={activity} here={here} now={now} shown={index < nextShown} />
          ))}
        </div>
      </div>
      {/* Its line stays: were it gone with one page, there would be room for that page only without it. */}
      {activities.length === 0 ? null : (
        <p className="turns">{starts.length > 1 ? `${page + 1} / ${starts.length}` : '\u00a0'}</p>
      )}
    </>
  )
}

interface LineProps extends Omit<ActivityLinesProps, 'activities' | 'next'> {
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
