import { Button, ButtonRow } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Facade } from '../../components/facade/facade'
import type { FacadeSubject } from '../../components/facade/facade-subject'
import { StateBadge } from '../../components/sheets/state-badge'
import { officeRoute } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import {
  CALL,
  openNowSentence,
  placesSentence,
  SEE_OFFICE,
  WALK_THERE,
  whyNoneIsNearest,
} from '../../text/home'
import { trustLine } from '../../text/office/office'
import { callHotline } from '../../text/vocabulary'
import { useDisplay } from '../display/display-provider'
import type { Placed } from '../office/arrange-offices'
import { isAroundTheClock, stateLine, type OpeningFacts } from '../office/office-line'
import { nearestWords, placeWords } from '../office/office-words'
import { entrancePosition, walkTo } from '../office/walk-there'
import { StartPointQuestion } from '../start-point/start-point-controls'
import { chosenCompound, useStartPoint } from '../start-point/start-point'
import { useWalkingTimes } from '../walking-times/use-walking-times'
import type { Home } from '../page/use-home'
import { subdistrictNow } from '../../api/subdistrict'
import './home-hero.scss'

interface HeroProps {
  readonly home: Home
  readonly facts: OpeningFacts
}

/** The street as a whole, for who has not said yet where home is. */
const STREET: Omit<FacadeSubject, 'name'> = {
  id: 'street',
  kind: 'living-room',
  light: 'lit',
  aroundTheClock: false,
}

/** The answer of the page: the nearest office and whether it is open. */
export function NearestHero({ home, facts, nearest }: HeroProps & { readonly nearest: Placed }) {
  const { theme } = useDisplay()
  const { startPoint } = useStartPoint()
  const walkingTimes = useWalkingTimes()
  const { office } = nearest
  const line = stateLine(office, facts)
  const words = nearestWords(nearest, startPoint, line)
  const subject = { ...office, light: line.light, aroundTheClock: isAroundTheClock(office) }
  const phone = office.phone ?? home.subdistrict.hotline
  return (
    <View className="hero">
      <View className="full-bleed">
        <Facade subject={subject} theme={theme} />
      </View>
      <Heading level={1} className="title">
        {words.lead}
        <StateBadge text={words.state} tone={words.tone} />
      </Heading>
      <Text className="soft">{placeWords(nearest, walkingTimes)}</Text>
      <ButtonRow>
        {entrancePosition(office) === null ? (
          <Button icon="store" to={officeRoute(office.id)}>
            {SEE_OFFICE}
          </Button>
        ) : (
          <Button icon="footprints" onTap={() => walkTo(office)}>
            {WALK_THERE}
          </Button>
        )}
        <Button icon="phone" onTap={() => dialPhone(phone)}>
          {office.phone === null ? callHotline(phone) : CALL}
        </Button>
      </ButtonRow>
    </View>
  )
}

/** The picture of the street, as it stands before anything is known. */
export function StreetFacade() {
  const { theme } = useDisplay()
  return (
    <View className="full-bleed">
      <Facade subject={{ ...STREET, name: subdistrictNow().appName }} theme={theme} />
    </View>
  )
}

export function StreetHero({ home, facts }: HeroProps) {
  const { startPoint } = useStartPoint()
  const { subdistrict, directory } = home
  const there = directory.offices.filter(({ status }) => status === 'open')
  const lines = there.map((office) => stateLine(office, facts))
  const tones = lines.map(({ tone }) => tone)
  const open = tones.filter((tone) => tone === 'open' || tone === 'soon').length
  const unknown = tones.filter((tone) => tone === 'unknown').length
  return (
    <View className="hero">
      <StreetFacade />
      <Heading level={1} className="title by-clause">
        {placesSentence(subdistrict.name, there.length)}
      </Heading>
      <Text>
        {openNowSentence(
          { open, unknown, holidaysUncertain: lines.some(({ uncertain }) => uncertain) },
          subdistrict.hotline,
        )}
      </Text>
      <Text className="soft">{whyNoneIsNearest(chosenCompound(startPoint)?.name ?? null)}</Text>
      <StartPointQuestion trust={trustLine(subdistrict)} />
    </View>
  )
}
