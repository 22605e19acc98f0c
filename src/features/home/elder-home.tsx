import { Button } from '../../components/controls/button'
import { Door, Doors } from '../../components/controls/door'
import { Card } from '../../components/sheets/card'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { StateBadge } from '../../components/sheets/state-badge'
import { TrustLine } from '../../components/sheets/trust-line'
import { officeRoute, routes } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import {
  CALL,
  FIND_OFFICE,
  MINE_HINT,
  placesSentence,
  SCAN_SHORT,
  WHAT_ACTIVITIES,
  WHY_COMPOUND,
} from '../../text/home'
import { HOME_NEWS } from '../../text/news/news'
import { trustLine } from '../../text/office/office'
import { ME } from '../../text/rooms'
import { nearestOffice, type Placed } from '../directory/arrange-offices'
import { stateLine, type OpeningFacts } from '../office/office-line'
import { minutesWords, nearestWords } from '../office/office-words'
import { OriginAsk } from '../origin/origin-ask'
import { useOrigin } from '../origin/origin-provider'
import { KeptScans } from '../scan/kept/kept-scans'
import { startScan } from '../scan/start-scan'
import { useWalks } from '../walks/use-walks'
import { NextActivitySentence } from './next-activities'
import { UrgentNotices } from './news/urgent-notices'
import { countThere, useOpeningFacts, type Home } from './use-home'

/** One sentence, then four things one under the other. */
export function ElderHome({ home }: { readonly home: Home }) {
  const { origin } = useOrigin()
  const facts = useOpeningFacts(home)
  const { subdistrict, directory } = home
  const nearest = nearestOffice(directory, origin, useWalks())
  const trust = trustLine(subdistrict.name, subdistrict.phone, subdistrict.hotline)
  return (
    <>
      <UrgentNotices notices={home.notices} />
      {nearest === null ? (
        <Heading level={1} className="title by-clause">
          {placesSentence(subdistrict.name, countThere(directory.offices))}
        </Heading>
      ) : (
        <NearestSentence nearest={nearest} facts={facts} />
      )}
      <NextActivitySentence home={home} />
      <KeptScans />
      <Button look="primary" size="large" icon="calendar-days" to={routes.activities}>
        {WHAT_ACTIVITIES}
      </Button>
      <Button look="primary" size="large" icon="store" to={routes.offices}>
        {FIND_OFFICE}
      </Button>
      <Button look="primary" size="large" icon="scan-line" onTap={() => void startScan()}>
        {SCAN_SHORT}
      </Button>
      <Button size="large" icon="phone" onTap={() => call(subdistrict.phone ?? subdistrict.hotline)}>
        {CALL}
      </Button>
      {nearest === null ? (
        <Card>
          <View>{WHY_COMPOUND}</View>
          <OriginAsk trust={trust} />
        </Card>
      ) : null}
    </>
  )
}

/** What stands in the other edition's tab bar, and who runs this. */
export function ElderFoot({ home: { subdistrict } }: { readonly home: Home }) {
  const { name, phone, hotline } = subdistrict
  return (
    <>
      <Doors>
        <Door icon="user-round" title={ME.title} hint={MINE_HINT} to={routes.me} />
        <Door icon="newspaper" title={HOME_NEWS.title} hint={HOME_NEWS.hint} to={routes.news} />
      </Doors>
      <TrustLine text={trustLine(name, phone, hotline)} />
    </>
  )
}

function NearestSentence({ nearest, facts }: { readonly nearest: Placed; readonly facts: OpeningFacts }) {
  const { origin } = useOrigin()
  const { lead, state, tone } = nearestWords(nearest, origin, stateLine(nearest.office, facts))
  const minutes = minutesWords(nearest.office, useWalks())
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
