import { Fragment, useState, type ReactNode } from 'react'
import type { Entrance, OfficeSummary } from '../../../core/domain/office/office'
import { Button, ButtonRow } from '../../components/controls/button'
import { Card } from '../../components/sheets/card'
import { Heading, Text, View } from '../../components/elements/elements'
import { Facade } from '../../components/facade/facade'
import { unverifiedAccess } from '../../components/sheets/access-pairs'
import { FactRow } from '../../components/sheets/fact-row'
import { StateBadge } from '../../components/sheets/state-badge'
import { TrustLine } from '../../components/sheets/trust-line'
import { officeRoute } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { trustLine, WHEELS_UNVERIFIED } from '../../text/office/office'
import { OFFICE, recordLine } from '../../text/office/office-page'
import { callHotline, UNKNOWN, unknownLine } from '../../text/vocabulary'
import { closedAdvice } from '../../text/office/opening'
import { useDisplay } from '../display/display-provider'
import { ReadPage } from '../read-aloud/read-page'
import { useStartPoint } from '../start-point/start-point'
import { useWalkingTimes } from '../walking-times/use-walking-times'
import { arrangeOffices } from './arrange-offices'
import { EntrancesCard, HoursCard, ServicesCard } from './office-facts'
import { farWords } from './office-words'
import {
  isAroundTheClock,
  otherZones,
  stateLine,
  type OpeningFacts,
  type StateLine,
  useOpeningFacts,
} from './office-line'
import type { OfficeRecord, ShownOffice } from './use-office'
import { entrancePosition } from './walk-there'

export function OfficeDetails({ shown }: { readonly shown: ShownOffice }) {
  const { home, office, services, record } = shown
  const { theme } = useDisplay()
  const facts = useOpeningFacts(home)
  const line = stateLine(office, facts)
  const subject = { ...office, light: line.light, aroundTheClock: isAroundTheClock(office) }
  return (
    <>
      <View className="full-bleed">
        <Facade subject={subject} theme={theme} />
      </View>
      <View className="stack">
        <Heading level={1} className="title">
          {office.name}
        </Heading>
        <OpenSentence shown={shown} facts={facts} line={line} />
      </View>
      <ReadPage paragraphs={spokenOffice(shown, line.tone === 'unknown' ? null : line.text)} />
      <WhereCard shown={shown} line={line} />
      {office.status === 'open' ? (
        <HoursCard office={office} uncertain={line.uncertain} now={facts.now} />
      ) : null}
      {office.status === 'open' && services.length > 0 ? <ServicesCard services={services} /> : null}
      {record === null
        ? null
        : RECORD_FIELDS.map((field) => (
            <Fragment key={field}>{RECORD_CARDS[field](record, office)}</Fragment>
          ))}
      <TrustLine text={trustLine(home.subdistrict)} />
    </>
  )
}

/**
 * What only the office's own record says, in the order of the page. Total: a new field of an office does not compile
 * until it says here how it is shown.
 */
const RECORD_CARDS: {
  readonly [Field in keyof OfficeRecord]: (record: OfficeRecord, office: OfficeSummary) => ReactNode
} = {
  entrances: ({ entrances }, { status }) =>
    status === 'open' && entrances.some(tellsAccess) ? <EntrancesCard entrances={entrances} /> : null,
  about: ({ about }) =>
    about ? (
      <Card title={OFFICE.about}>
        <Text>{about}</Text>
      </Card>
    ) : null,
  verifiedOn: ({ verifiedOn, source }) =>
    verifiedOn === null && source === null ? null : <TrustLine text={recordLine(verifiedOn, source)} />,
  // In one sentence with the day.
  source: () => null,
}
const RECORD_FIELDS = Object.keys(RECORD_CARDS) as (keyof OfficeRecord)[]

/** What the page says of this office, to be heard. */
const spokenOffice = ({ office, record }: ShownOffice, state: string | null): readonly string[] =>
  [office.name, state ?? '', office.address ?? '', office.landmark ?? '', record?.about ?? ''].filter(Boolean)

interface OpenSentenceProps {
  readonly shown: ShownOffice
  readonly facts: OpeningFacts
  readonly line: StateLine
}

function OpenSentence({ shown, facts, line }: OpenSentenceProps) {
  const { office, successor, home } = shown
  const advised = office.status === 'open' && line.tone === 'closed'
  return (
    <>
      {line.tone === 'unknown' ? null : (
        <StateBadge
          text={advised ? closedAdvice(line.text, home.subdistrict.hotline) : line.text}
          tone={line.tone}
        />
      )}
      {otherZones(office, facts)
        .filter(({ line: { tone } }) => tone !== 'unknown')
        .map((zone) => (
          <Text key={zone.name}>
            {zone.name}：<StateBadge text={zone.line.text} tone={zone.line.tone} />
          </Text>
        ))}
      {successor === null || office.status === 'open' ? null : (
        <View className="space-above">
          <Button look="primary" icon="store" to={officeRoute(successor.id)}>
            {OFFICE.closedForGood}
          </Button>
        </View>
      )}
    </>
  )
}

function WhereCard({ shown, line }: { readonly shown: ShownOffice; readonly line: StateLine }) {
  const { home, office } = shown
  const { startPoint } = useStartPoint()
  const placed = arrangeOffices(home.directory, { startPoint, need: '', kind: null }).find(
    (place) => place.office.id === office.id,
  )
  const walkingTimes = useWalkingTimes()
  const noMinutes = walkingTimes?.offices[office.id] === null
  const far = noMinutes
    ? WHEELS_UNVERIFIED
    : farWords(placed ?? { office, distance: null, ownNeighbourhood: false }, walkingTimes)
  const there = office.status === 'open'
  const walkable = entrancePosition({ ...office, ...shown.record }) !== null
  // For wheels the way itself is what nobody has looked at: the one thing to say.
  const unknown = noMinutes
    ? null
    : unknownLine(unknownOf(shown, line), office.phone ?? home.subdistrict.hotline)
  return (
    <Card>
      <FactRow icon="map-pin">
        {office.address === null ? null : <Text>{office.address}</Text>}
        {office.landmark === null ? null : <Text className="soft">{office.landmark}</Text>}
        {far === null ? null : <Text className="soft">{far}</Text>}
      </FactRow>
      {there && unknown !== null ? (
        <FactRow icon="info">
          <Text>{unknown}</Text>
        </FactRow>
      ) : null}
      {there ? <CallRow shown={shown} line={line} first={!walkable} /> : null}
    </Card>
  )
}

/** Whether it says anything that one would look for at a door. */
const tellsAccess = ({ access, stepFree }: Entrance): boolean =>
  stepFree !== 'unverified' ||
  access.doorWidthCm !== null ||
  [access.ramp, access.lift, access.accessibleToilet, access.hearingLoop].some(
    (answer) => answer !== 'unverified',
  )

/** What nobody has told or verified of this office, in the order in which one asks. */
const unknownOf = ({ office, services, record }: ShownOffice, line: StateLine): readonly string[] =>
  [
    office.phone === null && UNKNOWN.phone,
    line.tone === 'unknown' && UNKNOWN.hours,
    office.address === null && UNKNOWN.address,
    !office.positionVerified && UNKNOWN.position,
    services.length === 0 && UNKNOWN.services,
    ...(record === null ? [] : unverifiedAccess(record.entrances)),
  ].filter((what) => what !== false)

interface CallRowProps {
  readonly shown: ShownOffice
  readonly line: StateLine
  /** The first thing to do here, because nobody can be led there yet. */
  readonly first: boolean
}

/** Calls; where it is closed, first says when it opens and who helps meanwhile. */
function CallRow({ shown, line, first }: CallRowProps) {
  const look = first ? 'primary' : 'secondary'
  const { office, home } = shown
  const { hotline } = home.subdistrict
  const [asked, setAsked] = useState(false)
  const { phone } = office
  if (phone === null) {
    return (
      <Button look={look} icon="phone" onTap={() => dialPhone(hotline)}>
        {callHotline(hotline)}
      </Button>
    )
  }
  return (
    <>
      <FactRow icon="phone">
        <Text userSelect>{phone}</Text>
      </FactRow>
      {asked ? (
        <>
          <Text className="state state--closed">{closedAdvice(line.text, hotline)}</Text>
          <ButtonRow>
            <Button icon="phone" onTap={() => dialPhone(hotline)}>
              {callHotline(hotline)}
            </Button>
            <Button onTap={() => dialPhone(phone)}>{OFFICE.callAnyway}</Button>
          </ButtonRow>
        </>
      ) : (
        <Button
          look={look}
          icon="phone"
          onTap={() => (line.tone === 'closed' ? setAsked(true) : dialPhone(phone))}
        >
          {OFFICE.call}
        </Button>
      )}
    </>
  )
}
