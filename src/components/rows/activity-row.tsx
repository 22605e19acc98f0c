import { classNames } from '../elements/class-names'
import { Tappable, Text, View } from '../elements/elements'
import { StateBadge } from '../sheets/state-badge'
import './activity-row.scss'

export interface ActivityRowProps {
  /** 9:00. */
  readonly time: string
  /** Below the time: 至 15:00, or the day. */
  readonly timeHint: string
  /** For screen readers: with the day, for the same market comes every week. */
  readonly label: string
  readonly title: string
  /** `null` where the change says it already. */
  readonly place: string | null
  readonly state: { readonly text: string; readonly tone: 'open' | 'soon' | 'closed' | 'unknown' } | null
  /** 改到室内, 取消了: said before everything else. */
  readonly change: string | null
  /** Below the change: 6:50 更新. */
  readonly updated?: string | null
  /** `calm` for a change that changes nothing: 照常. */
  readonly changeTone: 'loud' | 'calm'
  /** 示例, where the title does not say so itself. */
  readonly sample: string | null
  readonly to: string
  /** Beside the row, a tap of its own: 报名. */
  readonly action?: { readonly text: string; readonly label: string; readonly to: string } | null
}

/** One activity in a list: when, what changed, what, where, whether one gets in. */
export function ActivityRow(row: ActivityRowProps) {
  const {
    label,
    time,
    timeHint,
    title,
    place,
    state,
    change,
    updated = null,
    changeTone,
    sample,
    to,
    action = null,
  } = row
  const words = (
    <Tappable className="tappable activity-row" to={to} label={label}>
      <View className="activity-row__when">
        <Text className="activity-row__time">{time}</Text>
        <Text className="activity-row__hint">{timeHint}</Text>
      </View>
      <View className="activity-row__words">
        {change === null ? null : (
          <Text className={classNames('change-band', `change-band--${changeTone}`)}>{change}</Text>
        )}
        {updated === null ? null : <Text className="activity-row__hint">{updated}</Text>}
        <Text className="activity-row__title">
          {title}
          {sample === null ? null : `（${sample}）`}
        </Text>
        {place === null ? null : <Text className="activity-row__place">{place}</Text>}
        {state === null ? null : <StateBadge text={state.text} tone={state.tone} />}
      </View>
    </Tappable>
  )
  if (action === null) return words
  return (
    <View className="activity-row-room">
      {words}
      <Tappable className="tappable activity-row__action" to={action.to} label={action.label}>
        {action.text}
      </Tappable>
    </View>
  )
}
