import type { Compound, Neighbourhood, OfficeSummary } from '../../../core/domain/office/office'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { FactRow } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { chooseCompoundRoute } from '../../platform/navigate/routes'
import { call } from '../../platform/phone/phone'
import {
  askWhichOne,
  belongsTo,
  callCommittee,
  callGrid,
  committee,
  MY_COMPOUND_PAGE,
} from '../../text/office/compound'
import { phoneUnknown } from '../../text/office/office'
import { askHotline, callHotline } from '../../text/office/offices'
import { OfficeRows } from '../directory/office-rows'
import { useOpeningFacts, type Home } from '../home/use-home'

interface MyCompoundProps {
  readonly home: Home
  readonly compound: Compound
  /** Chosen on this phone; otherwise somebody's card led here. */
  readonly mine: boolean
  readonly onChoose: (compound: Compound) => void
}

/** Whom a compound turns to: its neighbourhood committee, its living room, its grid. */
export function MyCompound({ home, compound, mine, onChoose }: MyCompoundProps) {
  const { neighbourhoods } = home.directory
  const { hotline } = home.subdistrict
  const neighbourhood = neighbourhoods.find(({ id }) => id === compound.neighbourhoodId)
  const verified = compound.neighbourhoodVerified
  if (neighbourhood === undefined) return null
  return (
    <>
      <Heading level={1} className="title">
        {belongsTo(compound.name, neighbourhood.name, verified)}
      </Heading>
      {verified ? null : (
        <>
          <Note>{askWhichOne(hotline)}</Note>
          <Button look="primary" icon="phone" onTap={() => call(hotline)}>
            {askHotline(hotline)}
          </Button>
        </>
      )}
      <CommitteeCard neighbourhood={neighbourhood} hotline={hotline} asked={!verified} />
      <OfficeCard home={home} neighbourhood={neighbourhood} />
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
      <FactRow icon="phone">
        <Text userSelect>{phone ?? phoneUnknown(hotline)}</Text>
      </FactRow>
      {phone === null && asked ? null : (
        <Button icon="phone" onTap={() => call(phone ?? hotline)}>
          {phone === null ? callHotline(hotline) : callCommittee(name)}
        </Button>
      )}
    </Card>
  )
}

function OfficeCard({ home, neighbourhood }: { readonly home: Home; readonly neighbourhood: Neighbourhood }) {
  const facts = useOpeningFacts(home)
  const office = officeOf(neighbourhood, home.directory.offices)
  return (
    <View className="stack">
      <Heading level={2} className="section">
        {MY_COMPOUND_PAGE.office}
      </Heading>
      {office === null ? (
        <Text className="soft">{MY_COMPOUND_PAGE.noOffice}</Text>
      ) : (
        <OfficeRows places={[{ office, distance: null, ownNeighbourhood: true }]} facts={facts} />
      )}
    </View>
  )
}

/** The one that the pack names for the neighbourhood, else one that stands in it. */
const officeOf = ({ id, officeId }: Neighbourhood, offices: readonly OfficeSummary[]): OfficeSummary | null =>
  offices.find((office) => office.id === officeId) ??
  offices.find(({ neighbourhoodId, status }) => neighbourhoodId === id && status === 'open') ??
  null

function GridCard({ compound: { gridContact, gridPhone } }: { readonly compound: Compound }) {
  return (
    <Card title={MY_COMPOUND_PAGE.grid}>
      <FactRow icon="user-round">
        <Text>{gridContact ?? MY_COMPOUND_PAGE.gridUnknown}</Text>
      </FactRow>
      {gridPhone === null ? null : (
        <>
          <FactRow icon="phone">
            <Text userSelect>{gridPhone}</Text>
          </FactRow>
          <Button icon="phone" onTap={() => call(gridPhone)}>
            {callGrid}
          </Button>
        </>
      )}
    </Card>
  )
}
