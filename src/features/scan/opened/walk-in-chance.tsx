import type { WalkInChance as Chance } from '../../../../core/contract/check-in/check-in'
import { Button } from '../../../components/controls/button'
import { Choice } from '../../../components/controls/choice'
import { Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { activityRoute } from '../../../platform/navigate/routes'
import { LANDING } from '../../../text/check-in/scan'

interface WalkInChanceProps {
  readonly chance: Chance
  readonly ticked: boolean
  readonly onToggle: () => void
}

/** What goes on here without them: first whether a relative registered them, then coming in as they are. */
export function WalkInChance({ chance: { activityId, title, free }, ticked, onToggle }: WalkInChanceProps) {
  return (
    <Card>
      <Text className="sub-title">{LANDING.walkInTitle(title)}</Text>
      {free === null ? (
        <Choice title={LANDING.joinOpen} chosen={ticked} onChoose={onToggle} />
      ) : (
        <>
          <View>
            <Text>{LANDING.byFamily}</Text>
            <Text className="soft">{LANDING.byFamilyAdvice}</Text>
          </View>
          {free > 0 ? (
            <Choice title={LANDING.joinWithSeat(free)} chosen={ticked} onChoose={onToggle} />
          ) : (
            <Text>{LANDING.full}</Text>
          )}
          <Button to={activityRoute(activityId)}>{LANDING.seeActivity}</Button>
        </>
      )}
    </Card>
  )
}
