import { useLayoutEffect, useRef, useState } from 'react'
import type { AnnouncedActivity } from '../../core/contract/activity/activity-page'
import type { ScreenPage } from '../../core/contract/check-in/screen'
import { SLOT_MS } from '../../core/domain/check-in/codes/rolling'
import { addDays, type Instant, instantAt, parseInstant, shanghaiDay } from '../../core/kernel/shanghai-time'
import { WALL, wallLine } from '../../src/text/wall'
import { Unbroken } from './unbroken'

interface ActivityLinesProps {
  /** Left today. */
  readonly activities: readonly AnnouncedActivity[]
  /** Of the days to come. */
  readonly next: readonly AnnouncedActivity[]
  readonly here: string
  readonly subdistrict: ScreenPage['subdistrict']
  readonly now: Instant
}

/** How closely a display is set, from as large as there is room for to what still can be read from four metres. */
const CLOSEST = 3

/** As many of today's activities as there is room for, the others in turn; below the last those of the next days. */
export function ActivityLines({ activities, next, here, subdistrict, now }: ActivityLinesProps) {
  const room = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [heights, setHeights] = useState<readonly number[]>([])
  const [height, setHeight] = useState(Infinity)
  useLayoutEffect(() => {
    if (room.current === null || sheet.current === null) return
    const fresh = setAsLargeAsFits(room.current, sheet.current, activities.length)
    setHeight((known) => (isSame(known, fresh.height) ? known : fresh.height))
    setHeights((known) =>
      known.length === fresh.heights.length && known.every((line, at) => isSame(line, fresh.heights[at]))
        ? known
        : fresh.heights,
    )
  }, [activities, next, here, now])
  useLayoutEffect(() => {
    const display = room.current?.closest('.sheet')
    return () => display?.removeAttribute('data-close')
  }, [])
  const todays = heights.slice(0, activities.length)
  const starts = pageStarts(todays, height)
  const page = pageAt(starts.length, now)
  const [first = 0, end = activities.length] = starts.slice(page)
  const above = heights.slice(0, first).reduce((sum, line) => sum + line, 0)
  const isLast = page >= starts.length - 1
  // Their heading takes the place of one line.
  const nextShown = isLast ? countFitting(heights.slice(first), height) - (activities.length - first) - 1 : 0
  return (
    <>
      {activities.length === 0 ? null : (
        <div className="list__head">
          <h2 className="list__title">{WALL.today}</h2>
          {starts.length > 1 ? <p className="turns">{`${page + 1} / ${starts.length}`}</p> : null}
        </div>
      )}
      <div className="lines" ref={room}>
        <div ref={sheet} style={{ transform: `translateY(${-above}px)` }}>
          {activities.map((activity, index) => (
            <Line
              key={activity.id}
              activity={activity}
              here={here}
              subdistrict={subdistrict}
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
            <Line
              key={activity.id}
              activity={activity}
              here={here}
              subdistrict={subdistrict}
              now={now}
              shown={index < nextShown}
            />
          ))}
        </div>
      </div>
    </>
  )
}

/** The same line measures a little more or less wherever it is moved to. */
const isSame = (one: number, other = 0): boolean => Math.abs(one - other) < 0.1

interface Measured {
  readonly height: number
  readonly heights: readonly number[]
}

/**
 * Sets the display as large as lets each of today's lines stand whole in the room for them, or the first of the next
 * days where today has none; beside a long notice that is closer than without one.
 */
function setAsLargeAsFits(room: HTMLElement, sheet: HTMLElement, ofToday: number): Measured {
  const display = room.closest<HTMLElement>('.sheet')
  for (let closeness = 0; ; closeness += 1) {
    display?.setAttribute('data-close', String(closeness))
    // As painted, not rounded: a page ends with its last line whole.
    const heights = [...sheet.children].map((line) => line.getBoundingClientRect().height)
    const height = room.getBoundingClientRect().height
    const needed = ofToday > 0 ? heights.slice(0, ofToday) : [(heights[0] ?? 0) + (heights[1] ?? 0)]
    if (closeness === CLOSEST || needed.every((line) => line <= height)) return { height, heights }
  }
}

interface LineProps extends Omit<ActivityLinesProps, 'activities' | 'next'> {
  readonly activity: AnnouncedActivity
  readonly shown: boolean
}

function Line({ activity, here, subdistrict, now, shown }: LineProps) {
  const { day, clock, title, where, change, lift, off } = wallLine(activity, here, subdistrict, now)
  return (
    <article className={`line${off ? ' line--off' : ''}${shown ? '' : ' line--waiting'}`}>
      <p className="line__when">
        {day === null ? null : (
          <span className="line__day">
            <Unbroken text={day} />
          </span>
        )}
        {clock}
      </p>
      <div className="line__what">
        <h3 className="line__title">
          <Unbroken text={title} />
        </h3>
        {change === null ? null : (
          <p className={`line__change${change.loud ? ' line__change--loud' : ''}`}>
            <Unbroken text={change.text} />
          </p>
        )}
        {lift === null ? null : (
          <p className="line__lift">
            <Unbroken text={lift} />
          </p>
        )}
        <p className="line__where">
          <Unbroken text={where} />
        </p>
      </div>
    </article>
  )
}

/**
 * Where pages begin, given the height of each line and of the room for them; a line that is higher than the
 * room has a page of its own.
 */
export function pageStarts(heights: readonly number[], room: number): readonly number[] {
  const starts: number[] = []
  let used = Infinity
  heights.forEach((height, index) => {
    if (used + height > room) {
      starts.push(index)
      used = 0
    }
    used += height
  })
  return starts
}

/** How many lines fit, from the first on. */
export function countFitting(heights: readonly number[], room: number): number {
  const [, end = heights.length] = pageStarts(heights, room)
  return (heights[0] ?? 0) > room ? 0 : end
}

/** Pages take turns, one for each code. */
export const pageAt = (pages: number, now: Instant): number =>
  pages === 0 ? 0 : Math.floor(now / SLOT_MS) % pages

/** What an older version of this page kept knows nothing of days to come. */
type ListedPage = Pick<ScreenPage, 'activities'> & Partial<Pick<ScreenPage, 'next'>>

interface Lines {
  readonly today: readonly AnnouncedActivity[]
  readonly next: readonly AnnouncedActivity[]
}

/**
 * What is left today and what comes after, by the screen's own clock: one that is cut off overnight turns the page
 * by itself.
 */
export function linesOf({ activities, next = [] }: ListedPage, now: Instant): Lines {
  const tomorrow = instantAt(addDays(shanghaiDay(now), 1), 0)
  const isLeft = ({ endsAt }: AnnouncedActivity): boolean => parseInstant(endsAt) > now
  const hasCome = ({ startsAt }: AnnouncedActivity): boolean => parseInstant(startsAt) < tomorrow
  const ahead = next.filter(isLeft)
  return {
    today: [...activities.filter(isLeft), ...ahead.filter(hasCome)],
    next: ahead.filter((activity) => !hasCome(activity)),
  }
}
