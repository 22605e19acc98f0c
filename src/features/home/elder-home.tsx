import { parseInstant, type Instant } from '../../../core/kernel/shanghai-time'
import { useNow } from '../../api/clock'
import { Button } from '../../components/controls/button'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Card } from '../../components/sheets/card'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { StateBadge } from '../../components/sheets/state-badge'
import { TrustLine } from '../../components/sheets/trust-line'
import { canScan } from '../../platform/scan/scan'
import { officeRoute, registrationRoute, routes } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import {
  CALL,
  CIRCLE_HINT,
  FIND_OFFICE,
  MINE_HINT,
  MY_NUMBER,
  MY_NUMBER_HINT,
  placesSentence,
  SCAN_SHORT,
  WHAT_ACTIVITIES,
  whyNoneIsNearest,
} from '../../text/home'
import { TAB_NAMES } from '../../text/page'
import { HOME_NEWS } from '../../text/news/home-news'
import { trustLine } from '../../text/office/office'
import { ME } from '../../text/me/menu'
import { nearestOffice } from '../office/arrange-offices'
import { stateLine, countThere, useOpeningFacts } from '../office/office-line'
import { minutesWords, nearestWords } from '../office/office-words'
import { StartPointQuestion } from '../start-point/start-point-controls'
import { NextRegistration, registrationWords } from '../registration/next-registration'
import { useComing, type ComingRegistration } from '../registration/own-registrations'
import { chosenCompound, useStartPoint } from '../start-point/start-point'
import { ReadPage } from '../read-aloud/read-page'
import { useUnread } from '../messages/use-unread'
import { PendingScans } from '../scan/pending-scans'
import { startScan } from '../scan/start-scan'
import { useWalkingTimes } from '../walking-times/use-walking-times'
import { NextActivitySentence, nextActivityOf } from './next-activities'
import { UrgentNotices } from '../notices/urgent-notices'
import type { Home } from '../page/use-home'

/** Where nothing can be scanned the first thing to do is another one. */
const PRIMARY = { look: 'primary' } as const

/** One sentence, then four things one under the other, then what is mine. */
export function ElderHome({ home }: { readonly home: Home }) {
  const { startPoint } = useStartPoint()
  const facts = useOpeningFacts(home)
  const now = useNow()
  const walkingTimes = useWalkingTimes()
  const coming = useComing()
  const { subdistrict, directory } = home
  const nearest = nearestOffice(directory, startPoint, walkingTimes)
  const whole = placesSentence(subdistrict.name, countThere(directory.offices))
  const answer =
    nearest === null
      ? null
      : {
          ...nearestWords(nearest, startPoint, stateLine(nearest.office, facts)),
          minutes: minutesWords(nearest.office, walkingTimes),
        }
  const next = coming.length === 0 ? nextActivityOf(home, now) : null
  const spoken = [
    ...home.notices
      .filter(({ until }) => now < parseInstant(until))
      .flatMap(({ title, text }) => [title, text]),
    ...coming.map((one) => spokenRegistration(one, now)),
    answer === null ? whole : inOneLine(`${answer.lead}${answer.state}`, answer.minutes),
    ...(next === null ? [] : [inOneLine(next.lead, next.state?.text, next.updated)]),
  ]
  return (
    <>
      <UrgentNotices notices={home.notices} />
      <NextRegistration coming={coming} />
      {nearest === null || answer === null ? (
        <Heading level={1} className="title by-clause">
          {whole}
        </Heading>
      ) : (
        <Tappable
          className="tappable"
          to={officeRoute(nearest.office.id)}
          label={inOneLine(`${answer.lead}${answer.state}`, answer.minutes)}
        >
          <Card>
            <Heading level={1} className="title">
              {answer.lead}
              <StateBadge text={answer.state} tone={answer.tone} />
            </Heading>
            {answer.minutes === null ? null : <Text>{answer.minutes}</Text>}
          </Card>
        </Tappable>
      )}
      {coming.length === 0 ? <NextActivitySentence home={home} /> : null}
      <ReadPage paragraphs={spoken} />
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
      <NavRows>
        <NavRow
          icon="target"
          title={TAB_NAMES.lifeCircle}
          hint={walkingTimes?.sentence ?? CIRCLE_HINT}
          to={routes.lifeCircle}
        />
        <MyNumber coming={coming} />
      </NavRows>
      {nearest === null ? (
        <Card>
          <View>{whyNoneIsNearest(chosenCompound(startPoint)?.name ?? null)}</View>
          <StartPointQuestion trust={trustLine(subdistrict)} />
        </Card>
      ) : null}
    </>
  )
}

const inOneLine = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter(Boolean).join('，')

/** A number is heard figure by figure, as it is said at the door. */
function spokenRegistration(one: ComingRegistration, now: Instant): string {
  const { what, state, place, number } = registrationWords(one, now)
  return inOneLine(what, place, number === null ? state : state.replace(number, [...number].join(' ')))
}

/** Always at the same place, whether there is one to come or not. */
function MyNumber({ coming: [next] }: { readonly coming: readonly ComingRegistration[] }) {
  const now = useNow()
  if (next === undefined) {
    return <NavRow icon="ticket" title={MY_NUMBER} hint={MY_NUMBER_HINT} to={routes.registrations} />
  }
  const { number, state, what } = registrationWords(next, now)
  return (
    <NavRow
      icon="ticket"
      title={MY_NUMBER}
      hint={`${number ?? state} · ${what}`}
      to={registrationRoute(next.mine.registrationId)}
    />
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
