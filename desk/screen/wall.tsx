import { Component, useEffect, useRef, useState, type ReactNode } from 'react'
import type { ScreenPage } from '../../core/contract/check-in/screen'
import { openStateOf } from '../../core/domain/office/opening'
import { type Instant, parseInstant, shanghaiDay } from '../../core/kernel/shanghai-time'
import { trustLine } from '../../src/text/office/office'
import { goneText, openStateText, toneOf } from '../../src/text/office/opening'
import { cutOffText, WALL, wallClock, wallDate } from '../../src/text/wall'
import { ActivityLines, linesOf, pageAt } from './activity-lines'
import { isMirrored } from './burn-in'
import { CodePicture } from '../shared/code-picture'
import type { Phase } from './run-screen'
import { Sheet } from './sheet'
import { Unbroken } from './unbroken'

type Showing = Extract<Phase, { kind: 'showing' }>

/** What hangs at the door: the code, and what one wants to know before going in. */
function Wall({ now, link, page, cutOff, clockWrong }: Showing) {
  const seenAt = page === null ? null : parseInstant(page.now)
  return (
    <Sheet now={now} mirrored={isMirrored(now)}>
      <header className="head">
        <div className="head__line">
          <div>
            <h1 className="head__office">{page?.office.name ?? ''}</h1>
            {page === null ? null : <OpenSentence page={page} now={now} />}
          </div>
          <p className="head__clock">
            <span className="head__date">{wallDate(now)}</span>
            {wallClock(now)}
          </p>
        </div>
        {page === null ? null : <Urgent page={page} now={now} />}
      </header>
      <section className="code">
        <h2 className="code__title">{WALL.scan}</h2>
        <div className="code__card">
          <CodePicture link={link} label={WALL.code} />
        </div>
        <p className="code__hint">{WALL.scanHint}</p>
      </section>
      <section className="list">
        <Today page={page} now={now} />
      </section>
      <footer className="foot">
        {cutOff ? (
          <p className="foot__cut-off">
            <Unbroken text={cutOffText(seenAt, now)} />
          </p>
        ) : null}
        {clockWrong ? <p className="foot__cut-off">{WALL.clockWrong}</p> : null}
        {page === null ? null : <Trust page={page} />}
      </footer>
    </Sheet>
  )
}

interface Shown {
  readonly page: ScreenPage
  readonly now: Instant
}

/** Each part of the office with hours of its own: the office itself, then its 24-hour area. */
function OpenSentence({ page: { office, calendar, subdistrict }, now }: Shown): ReactNode {
  if (office.status !== 'open')
    return (
      <p className="open open--closed">
        <Unbroken text={goneText(office.status, null, subdistrict.hotline)} />
      </p>
    )
  return (
    <div className="opens">
      {office.zones.map((zone) => {
        const state = openStateOf(zone, calendar, now, subdistrict.closingSoonMinutes)
        return (
          <p key={zone.id} className={`open open--${toneOf(state)}${zone.main ? '' : ' open--part'}`}>
            <Unbroken text={`${zone.main ? '' : `${zone.name} `}${openStateText(state, now)}`} />
          </p>
        )
      })}
    </div>
  )
}

/** As many as screen.css makes room for. */
const NOTICE_LINES = 3

/** Gone by itself when its time is over, with or without a network. A long text takes turns, three lines each. */
function Urgent({ page: { notice }, now }: Shown): ReactNode {
  const box = useRef<HTMLParagraphElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  const [turns, setTurns] = useState(1)
  // After the list, which says how closely everything is set: its effects come later in the document.
  useEffect(() => {
    if (box.current === null || text.current === null) return
    const fresh = Math.max(1, Math.ceil((text.current.offsetHeight - 2) / box.current.clientHeight))
    setTurns((known) => (known === fresh ? known : fresh))
  }, [notice, now])
  if (notice === null || parseInstant(notice.until) <= now) return null
  const lines = NOTICE_LINES * pageAt(turns, now)
  const shift = { transform: `translateY(calc(-${lines} * 1.45 * var(--words) * var(--u)))` }
  return (
    <section className="urgent">
      <h2 className="urgent__title">
        <Unbroken text={notice.title} />
      </h2>
      <p className="urgent__text" ref={box}>
        <span className="urgent__lines" ref={text} style={shift}>
          <Unbroken text={notice.text} />
        </span>
      </p>
    </section>
  )
}

function Today({ page, now }: { readonly page: ScreenPage | null; readonly now: Instant }): ReactNode {
  const { today, next } = page === null ? NOTHING : linesOf(page, now)
  return (
    <>
      {today.length > 0 ? null : (
        <h2 className="list__none">
          <Unbroken text={noneText(page, now)} />
        </h2>
      )}
      {today.length + next.length === 0 || page === null ? null : (
        <ActivityLines
          activities={today}
          next={next}
          here={page.office.name}
          subdistrict={page.subdistrict}
          now={now}
        />
      )}
    </>
  )
}

const NOTHING = { today: [], next: [] }

/** Nobody is asked in before a closed door, and nothing is said of a day that was not seen. */
function noneText(page: ScreenPage | null, now: Instant): string {
  if (page === null || shanghaiDay(parseInstant(page.now)) !== shanghaiDay(now)) return WALL.unseen
  const { office, calendar, subdistrict } = page
  const isOpen = office.zones.some(
    (zone) =>
      zone.main &&
      ['open', 'always'].includes(openStateOf(zone, calendar, now, subdistrict.closingSoonMinutes).kind),
  )
  return office.status === 'open' && isOpen ? WALL.none : WALL.noneClosed
}

const Trust = ({ page: { subdistrict } }: Pick<Shown, 'page'>): ReactNode => (
  <p className="foot__trust">
    <Unbroken text={trustLine(subdistrict)} />
  </p>
)

interface State {
  readonly broken: boolean
}

/**
 * Whatever is wrong with what is to be shown beside it, the code stays on the wall; the next answer of the
 * server gets another chance.
 */
export class GuardedWall extends Component<Showing, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override componentDidUpdate(before: Showing): void {
    if (this.state.broken && before.page !== this.props.page) this.setState({ broken: false })
  }

  override render() {
    return <Wall {...this.props} page={this.state.broken ? null : this.props.page} />
  }
}
