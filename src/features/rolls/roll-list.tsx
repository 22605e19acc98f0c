import type { RollSummary } from '../../../core/contract/check-in/roll'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Heading } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { ListRow, ListRows } from '../../components/rows/list-row'
import { rollRoute } from '../../platform/navigate/routes'
import { rollLine, ROLLS, rollState } from '../../text/staff/rolls'
import { fullMomentText } from '../../text/time'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'

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
      <ListRows>
        {rolls.map((roll) => {
          const lines = [
            `${fullMomentText(parseInstant(roll.startsAt))}，${roll.place}`,
            rollLine(roll.counts.registered, roll.counts.attended),
            rollState(roll, now),
          ]
          return (
            <ListRow
              key={roll.activityId}
              title={roll.title}
              lines={lines}
              label={[roll.title, ...lines].join('，')}
              to={rollRoute(roll.activityId)}
            />
          )
        })}
      </ListRows>
    </>
  )
}
