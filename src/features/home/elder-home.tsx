import { Button } from '../../components/controls/button'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Card } from '../../components/sheets/card'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { StateBadge } from '../../components/sheets/state-badge'
import { TrustLine } from '../../components/sheets/trust-line'
import { canScan } from '../../platform/scan/scan'
import { officeRoute, routes } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import {
  CALL,
  FIND_OFFICE,
  MINE_HINT,
  placesSentence,
  SCAN_SHORT,
  WHAT_ACTIVITIES,
  WHY_COMPOUND,
} from '../../text/home'
import { HOME_NEWS } from '../../text/news/home-news'
import { trustLine } from '../../text/office/office'
import { ME } from '../../text/me/menu'
import { nearestOffice, type Placed } from '../office/arrange-offices'
import { stateLine, type OpeningFacts, countThere, useOpeningFacts } from '../office/office-line'
import { minutesWords, nearestWords } from '../office/office-words'
import { StartPointQuestion } from '../start-point/start-point-controls'
import { NextRegistration } from '../registration/next-registration'
import { useComing } from '../registration/own-registrations'
import { useStartPoint } from '../start-point/start-point'
import { useUnread } from '../messages/use-unread'
import { PendingScans } from '../scan/pending-scans'
import { startScan } from '../scan/start-scan'
import { useWalkingTimes } from '../walking-times/use-walking-times'
import { NextActivitySentence } from './next-activities'
import { UrgentNotices } from '../notices/urgent-notices'
import type { Home } from '../page/use-home'

/** Where nothing can be scanned the first thing to do is another one. */
const PRIMARY = { look: 'primary' } as const

/** One sentence, then four things one under the other. */
export function ElderHome({ home }: { readonly home: Home }) {
  const { startPoint } = useStartPoint()
  const facts = useOpeningFacts(home)
  const { subdistrict, directory } = home
  const nearest = nearestOffice(directory, startPoint, useWalkingTimes())
  const trust = trustLine(subdistrict)
  const coming = useComing()
  return (
    <>
      <UrgentNotices notices={home.notices} />
      <NextRegistration coming={coming} />
      {nearest === null ? (
        <Heading level={1} className="title by-clause">
          {placesSentence(subdistrict.name, countThere(directory.offices))}
        </Heading>
      ) : (
        <NearestSentence nearest={nearest} facts={facts} />
      )}
      {coming.length === 0 ? <NextActivitySentence home={home} /> : null}
      <PendingScans />
      <Button {...(canScan ? {} : PRIMARY)} size="large" icon="calendar-days" to={routes.activities}>
        {WHAT_ACTIVITIES}
      </Button>
      <Button size="large" icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
      {canScan ? (
        <Button look="primary" size="large" icon="scan-line" onTap={() => void startScan()}>
          {SCAN_SHORT}
        </Button>
      ) : null}
      <Button size="large" icon="phone" onTap={() => dialPhone(subdistrict.phone ?? subdistrict.hotline)}>
        {CALL}
      </Button>
      {nearest === null ? (
        <Card>
          <View>{WHY_COMPOUND}</View>
          <StartPointQuestion trust={trust} />
        </Card>
      ) : null}
    </>
  )
}

/** What stands in the other edition's tab bar, and who runs this. */
export function ElderFoot({ home: { subdistrict } }: { readonly home: Home }) {
  const unread = useUnread() ?? 0
  return (
    <>
      <NavRows>
        <NavRow
          icon="user-round"
          title={ME.title}
          hint={unread === 0 ? MINE_HINT : ME.unreadMessages(unread)}
          dot={unread > 0}
          to={routes.me}
        />
        <NavRow
          icon="newspaper"
          title={HOME_NEWS.title(subdistrict.kind)}
          hint={HOME_NEWS.hint}
          to={routes.news}
        />
      </NavRows>
      <TrustLine text={trustLine(subdistrict)} />
    </>
  )
}

function NearestSentence({ nearest, facts }: { readonly nearest: Placed; readonly facts: OpeningFacts }) {
  const { startPoint } = useStartPoint()
  const { lead, state, tone } = nearestWords(nearest, startPoint, stateLine(nearest.office, facts))
  const minutes = minutesWords(nearest.office, useWalkingTimes())
  return (
    <Tappable
      className="tappable"
      to={officeRoute(nearest.office.id)}
      label={`${lead}${state}${minutes === null ? '' : `，${minutes}`}`}
    >
      <Card>
        <Heading level={1} className="title">
          {lead}
          <StateBadge text={state} tone={tone} />
        </Heading>
        {minutes === null ? null : <Text>{minutes}</Text>}
      </Card>
    </Tappable>
  )
}
