import type { Compound, Neighbourhood, OfficeSummary } from '../../../core/domain/office/office'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { FactRow } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { chooseCompoundRoute } from '../../platform/navigate/routes'
import { dialPhone } from '../../platform/navigate/dial-phone'
import { belongsTo, callCommittee, callGrid, committee, MY_COMPOUND_PAGE } from '../../text/office/compound'
import { askHotline, callHotline, UNKNOWN, unknownLine } from '../../text/vocabulary'
import { nearestOffice } from '../office/arrange-offices'
import { OfficeRows } from '../office/office-rows'
import type { Home } from '../page/use-home'
import { useOpeningFacts } from '../office/office-line'
import { useStartPoint } from '../start-point/start-point'
import { useWalkingTimes } from '../walking-times/use-walking-times'

interface CompoundScreenProps {
  readonly home: Home
  readonly compound: Compound
  /** Chosen on this phone; otherwise somebody's card led here. */
  readonly mine: boolean
  readonly onChoose: (compound: Compound) => void
}

/** Whom a compound turns to: its neighbourhood committee, its living room, its grid. */
export function CompoundScreen({ home, compound, mine, onChoose }: CompoundScreenProps) {
  const { neighbourhoods } = home.directory
  const { hotline } = home.subdistrict
  const neighbourhood = neighbourhoods.find(({ id }) => id === compound.neighbourhoodId) ?? null
  const verified = neighbourhood !== null && compound.neighbourhoodVerified
  const unknown = unknownLine(
    [
      neighbourhood?.phone === null && UNKNOWN.phone,
      neighbourhood !== null && !verified && UNKNOWN.belonging,
      neighbourhood !== null && officeOf(neighbourhood, home.directory.offices) === null && UNKNOWN.office,
      compound.gridContact === null && UNKNOWN.contact,
    ].filter((what) => what !== false),
    (verified ? neighbourhood.phone : null) ?? hotline,
  )
  return (
    <>
      <Heading level={1} className="title by-clause">
        {belongsTo(compound.name, neighbourhood?.name ?? null, verified)}
      </Heading>
      {unknown === null ? null : <Note quiet>{unknown}</Note>}
      {verified ? null : (
        <Button look="primary" icon="phone" onTap={() => dialPhone(hotline)}>
          {askHotline(hotline)}
        </Button>
      )}
      {neighbourhood === null ? null : (
        <CommitteeCard neighbourhood={neighbourhood} hotline={hotline} asked={!verified} />
      )}
      <OfficeCards home={home} compound={compound} neighbourhood={neighbourhood} />
      <GridCard compound={compound} />
      {mine ? null : (
        <Button look={verified ? 'primary' : 'secondary'} icon="check" onTap={() => onChoose(compound)}>
          {MY_COMPOUND_PAGE.mine}
        </Button>
      )}
      <Button icon="building-2" to={chooseCompoundRoute}>
        {mine ? MY_COMPOUND_PAGE.change : MY_COMPOUND_PAGE.all}
      </Button>
    </>
  )
}

function CommitteeCard({
  neighbourhood: { name, phone },
  hotline,
  asked,
}: {
  readonly neighbourhood: Neighbourhood
  readonly hotline: string
  /** The page has told already to ring the hotline. */
  readonly asked: boolean
}) {
  return (
    <Card title={MY_COMPOUND_PAGE.committee}>
      <FactRow icon="house">
        <Text>{committee(name)}</Text>
      </FactRow>
      {phone === null ? null : (
        <FactRow icon="phone">
          <Text userSelect>{phone}</Text>
        </FactRow>
      )}
      {phone === null && asked ? null : (
        <Button icon="phone" onTap={() => dialPhone(phone ?? hotline)}>
          {phone === null ? callHotline(hotline) : callCommittee(name)}
        </Button>
      )}
    </Card>
  )
}

interface OfficeCardsProps {
  readonly home: Home
  readonly compound: Compound
  readonly neighbourhood: Neighbourhood | null
}

/** The place that serves it, called what it is; where that is no 会客厅, the nearest one by the same rule as home. */
function OfficeCards({ home, compound, neighbourhood }: OfficeCardsProps) {
  const facts = useOpeningFacts(home)
  const { startPoint } = useStartPoint()
  const walkingTimes = useWalkingTimes()
  const own = neighbourhood === null ? null : officeOf(neighbourhood, home.directory.offices)
  const startsHere = startPoint.kind === 'compound' && startPoint.compound.id === compound.id
  const nearest = nearestOffice(
    home.directory,
    { kind: 'compound', compound },
    startsHere ? walkingTimes : null,
  )
  return (
    <>
      {own === null ? null : (
        <View className="stack">
          <Heading level={2} className="section">
            {own.kind === 'living-room' ? MY_COMPOUND_PAGE.office : MY_COMPOUND_PAGE.otherOffice}
          </Heading>
          <OfficeRows places={[{ office: own, distance: null, ownNeighbourhood: true }]} facts={facts} />
        </View>
      )}
      {own?.kind === 'living-room' || nearest?.office.kind !== 'living-room' ? null : (
        <View className="stack">
          <Heading level={2} className="section">
            {MY_COMPOUND_PAGE.nearest}
          </Heading>
          <OfficeRows places={[nearest]} facts={facts} />
        </View>
      )}
    </>
  )
}

/** The one that the pack names for the neighbourhood, else one that stands in it, a 会客厅 before others. */
function officeOf({ id, officeId }: Neighbourhood, offices: readonly OfficeSummary[]): OfficeSummary | null {
  const there = offices.filter(({ neighbourhoodId, status }) => neighbourhoodId === id && status === 'open')
  return (
    offices.find((office) => office.id === officeId) ??
    there.find(({ kind }) => kind === 'living-room') ??
    there[0] ??
    null
  )
}

function GridCard({ compound: { gridContact, gridPhone } }: { readonly compound: Compound }) {
  if (gridContact === null && gridPhone === null) return null
  return (
    <Card title={MY_COMPOUND_PAGE.grid}>
      {gridContact === null ? null : (
        <FactRow icon="user-round">
          <Text>{gridContact}</Text>
        </FactRow>
      )}
      {gridPhone === null ? null : (
        <>
          <FactRow icon="phone">
            <Text userSelect>{gridPhone}</Text>
          </FactRow>
          <Button icon="phone" onTap={() => dialPhone(gridPhone)}>
            {callGrid}
          </Button>
        </>
      )}
    </Card>
  )
}
