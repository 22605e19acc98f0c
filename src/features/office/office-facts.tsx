import type { Entrance, OfficeSummary, Service } from '../../../core/domain/office/office'
import type { Instant } from '../../../core/kernel/shanghai-time'
import { Card } from '../../components/sheets/card'
import { Heading, Text, View } from '../../components/elements/elements'
import { Pair, Pairs } from '../../components/sheets/fact-row'
import { Tag, Tags } from '../../components/controls/tag'
import './office-facts.scss'
import { needRoute } from '../../platform/navigate/routes'
import { STEP_FREE_WORDS } from '../../text/office/office'
import { OFFICE } from '../../text/office/office-page'
import { changedDays, HOLIDAYS_UNCERTAIN, hoursLines, type HoursLine } from '../../text/office/opening'
import { AccessPairs } from '../../components/sheets/access-pairs'

/** The week of each zone of an office. */
export function HoursCard({
  office,
  uncertain,
  now,
}: {
  readonly office: OfficeSummary
  readonly uncertain: boolean
  readonly now: Instant
}) {
  const known = office.zones.filter(
    ({ alwaysOpen, weekly, exceptions }) => alwaysOpen || weekly !== null || exceptions.length > 0,
  )
  const single = office.zones.length === 1
  if (known.length === 0) return null
  return (
    <Card title={OFFICE.hours}>
      {known.map((zone) => (
        <View key={zone.id} className="stack">
          {single ? null : (
            <Heading level={3} className="sub-title">
              {zone.name}
            </Heading>
          )}
          <Pairs>
            {hoursLines(zone).map(({ days, hours }) => (
              <Pair key={days} name={days} value={hours} />
            ))}
          </Pairs>
          <ChangedDays lines={changedDays(zone, now)} />
        </View>
      ))}
      {uncertain ? <Text className="soft small">{HOLIDAYS_UNCERTAIN}</Text> : null}
    </Card>
  )
}

/** Days on which the week does not hold. */
function ChangedDays({ lines }: { readonly lines: readonly HoursLine[] }) {
  if (lines.length === 0) return null
  return (
    <View className="changed-days">
      <Heading level={3} className="sub-title">
        {OFFICE.changes}
      </Heading>
      <Pairs>
        {lines.map(({ days, hours }) => (
          <Pair key={days} name={days} value={hours} />
        ))}
      </Pairs>
    </View>
  )
}

/** What is handled here; each word leads to wherever else it is handled. */
export function ServicesCard({ services }: { readonly services: readonly Service[] }) {
  return (
    <Card title={OFFICE.services}>
      <Tags label={OFFICE.services}>
        {services.map(({ id, name }) => (
          <Tag key={id} text={name} to={needRoute(name)} />
        ))}
      </Tags>
    </Card>
  )
}

/** Entrance by entrance, what somebody with a wheelchair, a pram or weak ears needs to know. */
export function EntrancesCard({ entrances }: { readonly entrances: readonly Entrance[] }) {
  return (
    <Card title={OFFICE.entrances}>
      {entrances.map((entrance) => (
        <EntranceFacts key={entrance.id} entrance={entrance} />
      ))}
    </Card>
  )
}

function EntranceFacts({ entrance: { access, stepFree, name } }: { readonly entrance: Entrance }) {
  return (
    <View className="stack">
      <Heading level={3} className="sub-title">
        {stepFree === 'unverified' ? name : `${name}（${STEP_FREE_WORDS[stepFree]}）`}
      </Heading>
      <AccessPairs access={access} />
    </View>
  )
}
