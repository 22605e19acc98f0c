import { Alert } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { Waiting } from '../core/contract/staff'
import { screenName } from '../src/text/staff/wall-screens'
import { useLoaded } from './api/use-loaded'
import { linkTo, usePath } from './router'
import { TodayTable } from './sheet/today-screen'
import { usePolled } from './sheet/use-polled'
import {
  CHANGED,
  countText,
  PLACE_LISTS,
  reportedText,
  unverifiedText,
  WAITING,
  wordsHow,
  wordsText,
} from './text/waiting'
import { whenText } from './text/when'

/** 待办: what waits for whoever is signed in, each number with its rows, and today as it is now. */
export function WaitingScreen() {
  const [loaded] = usePolled('staff.waiting', {})
  return (
    <>
      <div className="room__head">
        <h1>{WAITING.title}</h1>
        <span className="soft">{WAITING.live}</span>
      </div>
      {loaded.kind === 'failed' ? <Alert type="error" title={loaded.sentence} /> : null}
      {loaded.kind === 'ready' ? <Lists waiting={loaded.value} /> : null}
      <section className="sheet">
        <h2>{WAITING.today}</h2>
        <TodayTable />
      </section>
    </>
  )
}

function Lists({ waiting }: { readonly waiting: Waiting }) {
  const { drafts, corrections, plans, changed, rolls, words, screens, holidays } = waiting
  const isEmpty = Object.values(waiting).every((list: readonly unknown[]) => list.length === 0)
  if (isEmpty)
    return (
      <>
        <div className="sheet">{WAITING.nothing}</div>
        <div className="waiting">
          <Places />
        </div>
      </>
    )
  const link = (path: string, title: string) => (
    <a className="row-link" {...linkTo(path)}>
      {title}
    </a>
  )
  return (
    <div className="waiting">
      <List
        waiting={waiting}
        name="changed"
        rows={changed.map(({ activityId, title, kind, at, left }) => ({
          key: activityId,
          row: link(`activities/${activityId}`, title),
          more: `${whenText(at)} ${CHANGED[kind]}${left === 0 ? ` · ${WAITING.allTold}` : ''}`,
          urgent: left === 0 ? null : WAITING.left(left),
        }))}
      />
      <List
        waiting={waiting}
        name="drafts"
        rows={drafts.map(({ draftId, title, called, at }) => ({
          key: draftId,
          row: link(`activities/drafts/${draftId}`, title),
          more: WAITING.by(called, whenText(at)),
        }))}
      />
      <List
        waiting={waiting}
        name="corrections"
        rows={corrections.map(({ activityId, title, startsAt }) => ({
          key: activityId,
          row: link(`activities/${activityId}`, title),
          more: whenText(startsAt),
        }))}
      />
      <List
        waiting={waiting}
        name="plans"
        rows={plans.map(({ activityId, title, startsAt }) => ({
          key: activityId,
          row: link(`activities/${activityId}/stalls`, title),
          more: whenText(startsAt),
        }))}
      />
      <List
        waiting={waiting}
        name="rolls"
        how={WAITING.rollsHow}
        rows={rolls.map(({ activityId, title, startsAt }) => ({
          key: activityId,
          row: link(`sign-in-sheet/${activityId}`, WAITING.list(title)),
          more: whenText(startsAt),
        }))}
      />
      <List
        waiting={waiting}
        name="words"
        how={wordsHow(words)}
        rows={words.map((words) => ({
          key: words.id,
          row: wordsText(words),
          more: whenText(words.at),
        }))}
      />
      <List
        waiting={waiting}
        name="holidays"
        how={WAITING.holidaysHow}
        rows={holidays.map(({ year }) => ({
          key: String(year),
          row: link('holidays', WAITING.enterHolidays(year)),
          more: '',
        }))}
      />
      <List
        waiting={waiting}
        name="screens"
        how={WAITING.screensHow}
        rows={screens.map(({ screenId, office, seenAt }) => ({
          key: screenId,
          row: link('screens', `${office} · ${screenName({ screenId })}`),
          more: seenAt === null ? WAITING.neverSeen : WAITING.seen(whenText(seenAt)),
        }))}
      />
      <Places />
    </div>
  )
}

/** Places that nobody has checked, and those that residents say are wrong: each number leads to its rows. */
function Places() {
  const [loaded] = useLoaded('place.unverified', {})
  if (loaded.kind === 'loading') return null
  if (loaded.kind === 'failed') return <Alert type="error" title={loaded.sentence} />
  const lines = loaded.value.lists.flatMap((counts) => {
    const { path } = PLACE_LISTS[counts.list]
    return [
      ...(counts.reported > 0 ? [{ to: `${path}?state=reported`, text: reportedText(counts) }] : []),
      ...(counts.unverified > 0 ? [{ to: `${path}?state=unverified`, text: unverifiedText(counts) }] : []),
    ]
  })
  if (lines.length === 0) return null
  return (
    <section className="sheet" aria-labelledby="waiting-places">
      <h2 id="waiting-places">{WAITING.places}</h2>
      <p className="soft">{WAITING.placesHow}</p>
      <ul>
        {lines.map(({ to, text }) => (
          <li key={to}>
            <a className="row-link" {...linkTo(to)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ListProps {
  readonly waiting: Waiting
  readonly name: keyof Waiting
  readonly how?: string
  readonly rows: readonly {
    readonly key: string
    readonly row: ReactNode
    readonly more: string
    readonly urgent?: string | null
  }[]
}

function List({ waiting, name, how, rows }: ListProps) {
  if (rows.length === 0) return null
  const count = countText(waiting, name)
  return (
    <section className="sheet" aria-labelledby={`waiting-${name}`}>
      <h2 id={`waiting-${name}`}>
        {WAITING.lists[name]} {count === '' ? null : <span className="waiting__count">{count}</span>}
      </h2>
      {how === undefined ? null : <p className="soft">{how}</p>}
      <ul>
        {rows.map(({ key, row, more, urgent = null }) => (
          <li key={key}>
            {row} <span className="soft">{more}</span>{' '}
            {urgent === null ? null : <span className="waiting__urgent">{urgent}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How often the number is asked for beside other screens, in milliseconds. */
const NUMBER_EVERY_MS = 30_000

/** The red number beside 待办, which the desk's title says too; anew with each page that is opened. */
export function WaitingNumber() {
  const path = usePath()
  const isOnWaitingScreen = path === '' || path === 'waiting'
  const [loaded, again] = usePolled('staff.waiting', {}, isOnWaitingScreen ? undefined : NUMBER_EVERY_MS)
  const [title] = useState(() => document.title)
  useEffect(() => void again(), [path, again])
  const count = loaded.kind === 'ready' ? countText(loaded.value) : ''
  useEffect(() => {
    document.title = count === '' ? title : `（${count}）${title}`
    return () => {
      document.title = title
    }
  }, [count, title])
  return count === '' ? null : <span className="frame__number">{count}</span>
}
