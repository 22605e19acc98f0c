import { useState } from 'react'
import type { ActivityPage } from '../../../../core/contract/activity/activity-page'
import type { Stall } from '../../../../core/contract/activity/stall'
import {
  DRAWN_GROUND,
  overlapping,
  READABLE_WIDTH,
  signPlace,
  type StallPosition,
} from '../../../../core/domain/activity/stall/position'
import { Button } from '../../../components/controls/button'
import { classNames } from '../../../components/elements/class-names'
import { Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { ownStallText, STALL_PLAN, stallSentence } from '../../../text/activity/stalls'
import { useDisplay } from '../../display/display-provider'
import './stall-plan.scss'

/** Of the card with the plan, to be scrolled to. */
export const PLAN_ID = 'stall-plan'

/** Heights of its letters across which the whole plan stands on the narrowest phone, at the smallest text. */
const NARROWEST = 18
/** From so many on it may be enlarged, however far apart they stand. */
const MANY = 20

interface StallPlanProps {
  readonly activity: ActivityPage
  /** Ids of stalls; `null` for none. */
  readonly pointed: string | null
  readonly own: string | null
  readonly onPoint: (stallId: string | null) => void
}

type Placed = Stall & { readonly position: StallPosition }

const isPlaced = (stall: Stall): stall is Placed => stall.position !== null

/** Where the stalls of a market are; nothing where no stall has a place. The list beneath says the same in words. */
export function StallPlan({ activity, pointed, own, onPoint }: StallPlanProps) {
  const { textScale } = useDisplay()
  const placed = activity.stalls.filter(isPlaced)
  const isCrowded = overlapping(placed, NARROWEST / textScale, RATIO).length > 0
  const [isWanted, setWanted] = useState<boolean | null>(null)
  if (placed.length === 0) return null
  const shown = placed.find(({ stallId }) => stallId === pointed)
  const mine = placed.find(({ stallId }) => stallId === own)
  // Who points at a row wants to see where among all it is.
  const isLarge = isWanted ?? (isCrowded && shown === undefined)
  return (
    <View id={PLAN_ID}>
      <Card title={STALL_PLAN.title}>
        <View
          className={classNames('stall-plan', isLarge && 'stall-plan--large')}
          ariaRole="group"
          ariaLabel={STALL_PLAN.label}
          takesKeys={isLarge}
        >
          <View className="stall-plan__ground" style={isLarge ? LARGE : WHOLE} ariaHidden>
            <Text className="stall-plan__place">{activity.place}</Text>
            {placed.map(({ stallId, number, position }) => (
              <View
                key={stallId}
                className={classNames(
                  'stall-sign',
                  stallId === own && 'stall-sign--own',
                  stallId === pointed && 'stall-sign--pointed',
                )}
                style={signPlace(position)}
                onClick={() => onPoint(stallId === pointed ? null : stallId)}
              >
                {number}
              </View>
            ))}
          </View>
        </View>
        {mine === undefined ? null : <Text className="stall-plan__own">{ownStallText(mine.number)}</Text>}
        <View ariaRole="status">
          <Text className={shown === undefined ? 'soft' : undefined}>
            {shown === undefined ? STALL_PLAN.hint : stallSentence(shown)}
          </Text>
        </View>
        {isCrowded || placed.length > MANY ? (
          <Button icon="search" onTap={() => setWanted(!isLarge)}>
            {isLarge ? STALL_PLAN.whole : STALL_PLAN.enlarge}
          </Button>
        ) : null}
      </Card>
    </View>
  )
}

const RATIO = DRAWN_GROUND.width / DRAWN_GROUND.height
const WHOLE = { width: '100%' }
const LARGE = { width: '100%', minWidth: `${READABLE_WIDTH}em` }
