import type { ReactNode } from 'react'
import type { OfficeSummary } from '../../../../core/domain/office/office'
import type { Instant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { isSinglePage } from '../../../platform/start/single-page'
import { registerRoute, registrationRoute, routes } from '../../../platform/navigate/routes'
import { placeNow } from '../../../../core/domain/activity/change'
import { ACTIVITY } from '../../../text/activity/activity'
import { walkTo } from '../../office/walk-there'
import { RegisterInWechat } from '../../registration/register-in-wechat'
import { joiningStateOf } from './joining-state'
import type { ShownActivity } from './use-activity'

/** The one button of the page: to register or to walk there, or, where neither is possible, to what else there is. */
export function nextStep(shown: ShownActivity, now: Instant): ReactNode {
  const { kind } = joiningStateOf(shown.activity, now)
  if (shown.own !== null && kind !== 'withdrawn' && kind !== 'over') {
    return (
      <Button look="primary" to={registrationRoute(shown.own.registrationId)}>
        {ACTIVITY.myRegistrationsButton}
      </Button>
    )
  }
  switch (kind) {
    case 'free':
    case 'full':
      return isSinglePage ? (
        <View className="soft">{ACTIVITY.momentsNote}</View>
      ) : (
        <Button look="primary" to={registerRoute(shown.activity.id)}>
          {kind === 'free' ? ACTIVITY.registerButton : ACTIVITY.waitButton}
        </Button>
      )
    case 'come':
    case 'come-now':
      return walkButton(shown, 'primary')
    default:
      return (
        <Button look="primary" icon="calendar-days" to={routes.activities}>
          {ACTIVITY.otherActivitiesButton}
        </Button>
      )
  }
}

/** The same beside the words of a wide window: who cannot register there sees at once where they can. */
export function stepBeside(shown: ShownActivity, now: Instant, isElsewhere: boolean): ReactNode {
  const { kind } = joiningStateOf(shown.activity, now)
  if (!isElsewhere || (kind !== 'free' && kind !== 'full')) return nextStep(shown, now)
  return (
    <Card>
      <RegisterInWechat activityId={shown.activity.id} />
    </Card>
  )
}

/** The office to walk to: only where its position is certain, and the activity was not moved elsewhere. */
function certainOffice({ activity, office }: ShownActivity): OfficeSummary | null {
  const movedAway = placeNow(activity.place, activity.change).former !== null
  return office !== null && !movedAway && office.positionVerified && office.position !== null ? office : null
}

/** The way there; no button where nobody is sure of it. */
export function walkButton(shown: ShownActivity, look: 'primary' | 'secondary'): ReactNode {
  const office = certainOffice(shown)
  if (office === null) return null
  return (
    <Button look={look} icon="footprints" onTap={() => walkTo(office)}>
      {ACTIVITY.walkButton}
    </Button>
  )
}
