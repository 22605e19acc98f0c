import type { ReactNode } from 'react'
import { doorRoute } from '../../platform/navigate/routes'
import { DESK_PAGE } from '../../text/check-in/desk'
import { Page } from '../page/page'
import './check-in-screen.scss'

interface CheckInPageProps {
  readonly activityId: string
  readonly bottom: ReactNode
  readonly children: ReactNode
}

/** One thing at a time at the desk: what is asked above, what the thumb does below. */
export function CheckInPage({ activityId, bottom, children }: CheckInPageProps) {
  return (
    <Page title={DESK_PAGE.title} route={doorRoute(activityId)} bottom={bottom} ownWayBack>
      {children}
    </Page>
  )
}
