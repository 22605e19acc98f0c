import { Button } from 'antd'
import { linkTo } from '../router'
import { CodePicture } from '../shared/code-picture'
import { BLANK_CARDS, REGISTERED } from '../text/counter'

interface GuestCardProps {
  readonly number?: string
  readonly title?: string
  readonly when?: string
  readonly place?: string
  readonly ask?: string | null
  /** With which somebody of the family takes the guest over; only where it was made. */
  readonly takeOver?: string | null
}

/** What somebody takes home; what is not known yet is a line to write on. */
export function GuestCard({ number, title, when, place, ask, takeOver = null }: GuestCardProps) {
  const { card } = REGISTERED
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [card.activity, title],
    [card.when, when],
    [card.place, place],
    [card.ask, ask],
  ]
  return (
    <div className={takeOver === null ? 'guest-card' : 'guest-card guest-card--code'}>
      <div className="guest-card__number">
        <span>{card.number}</span>
        {number === undefined ? <i aria-hidden>□□□□</i> : <b>{number}</b>}
      </div>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? ''}</dd>
          </div>
        ))}
      </dl>
      <p>{card.bring}</p>
      {takeOver === null ? null : (
        <div className="guest-card__code">
          <CodePicture link={takeOver} quiet={2} redundancy="L" />
          <p>{REGISTERED.takeOverHow}</p>
        </div>
      )}
    </div>
  )
}

const EIGHT = Array.from({ length: 8 }, (_, at) => at)

/** Eight on A4, printed before anybody comes. */
export function BlankCards() {
  return (
    <>
      <div className="room__head no-print">
        <h1>{BLANK_CARDS.title}</h1>
        <div>
          <Button {...linkTo('counter')}>{BLANK_CARDS.back}</Button>
          <Button type="primary" onClick={() => window.print()}>
            {BLANK_CARDS.print}
          </Button>
        </div>
      </div>
      <p className="no-print">{BLANK_CARDS.how}</p>
      <div className="guest-cards">
        {EIGHT.map((at) => (
          <GuestCard key={at} />
        ))}
      </div>
    </>
  )
}
