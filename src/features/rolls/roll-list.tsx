import type { RollSummary } from '../../../core/contract/check-in/roll'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { Empty } from '../../components/screen/screen'
import { rollRoute } from '../../platform/navigate/routes'
import { rollLine, ROLLS, rollState } from '../../text/staff/rolls'
import { fullMomentText } from '../../text/time'
import { useNow } from '../clock/use-now'
import { useDisplay } from '../display/display-provider'
import '../door/door.scss'

/** Rolls of one's own activities: what is still to be closed, then what is closed and can be corrected. */
export function RollList({ rolls }: { readonly rolls: readonly RollSummary[] }) {
  const { theme } = useDisplay()
  if (rolls.length === 0) return <Empty title={ROLLS.none} advice={ROLLS.noneAdvice} theme={theme} />
  const open = rolls.filter(({ closedAt }) => closedAt === null)
  const closed = rolls.filter(({ closedAt }) => closedAt !== null)
  return (
    <>
      <Heading level={1} className="title">
        {ROLLS.title}
      </Heading>
      <Group title={ROLLS.open} rolls={open} />
      <Group title={ROLLS.closed} rolls={closed} />
    </>
  )
}

function Group({ title, rolls }: { readonly title: string; readonly rolls: readonly RollSummary[] }) {
  const now = useNow()
  if (rolls.length === 0) return null
  return (
    <>
      <Heading level={2} className="section">
        {title}
      </Heading>
      <View className="doors">
        {rolls.map((roll) => {
          const lines = [
            `${fullMomentText(parseInstant(roll.startsAt))}，${roll.place}`,
            rollLine(roll.counts.registered, roll.counts.attended),
            rollState(roll, now),
          ]
          return (
            <Tappable
              key={roll.activityId}
              className="tappable door-row"
              to={rollRoute(roll.activityId)}
              label={[roll.title, ...lines].join('，')}
            >
              <View className="door-row__words">
                <Text className="door-row__title">{roll.title}</Text>
                {lines.map((line) => (
                  <Text key={line} className="soft small">
                    {line}
                  </Text>
                ))}
              </View>
              <Icon name="chevron-right" />
            </Tappable>
          )
        })}
      </View>
    </>
  )
}
