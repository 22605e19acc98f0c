import { classNames } from '../elements/class-names'
import { Tappable, Text } from '../elements/elements'
import { StateBadge } from '../sheets/state-badge'
import './office-row.scss'

export interface OfficeRowProps {
  readonly name: string
  readonly kind: 'living-room' | 'party-service' | 'activity-room' | 'service-centre'
  /** `null` where nobody knows: the page says so once, not each row. */
  readonly state: string | null
  readonly tone: 'open' | 'soon' | 'closed' | 'unknown'
  /** Distance and place, in one line; empty when neither is known. */
  readonly place: string
  readonly to: string
}

/**
 * One office in a list: its little front, its name, whether it is open, where it is. As few elements as can be:
 * WeChat is sent each of them for each row.
 */
export function OfficeRow({ name, kind, state, tone, place, to }: OfficeRowProps) {
  return (
    <Tappable
      className={classNames('tappable office-row leads-on', `front--${kind}`, `front--${tone}`)}
      to={to}
    >
      <Text className="office-row__name">{name}</Text>
      {state === null ? null : <StateBadge text={state} tone={tone} />}
      {place === '' ? null : <Text className="office-row__place">{place}</Text>}
    </Tappable>
  )
}
