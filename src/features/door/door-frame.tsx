import type { ReactNode } from 'react'
import { doorRoute } from '../../platform/navigate/routes'
import { DOOR } from '../../text/door/door'
import { Page } from '../page/page'
import './door.scss'

interface DoorFrameProps {
  readonly activityId: string
  readonly bottom: ReactNode
  readonly children: ReactNode
}

/** One thing at a time at the door: what is asked above, what the thumb does below. */
export function DoorFrame({ activityId, bottom, children }: DoorFrameProps) {
  return (
    <Page title={DOOR.title} route={doorRoute(activityId)} bottom={bottom} ownWayBack>
      {children}
    </Page>
  )
}
