import { useState, useMemo } from 'react'
import type { Passport, PassportVisit } from '../../../core/contract/check-in/check-in'
import type { OfficeKind } from '../../../core/domain/office/office'
import { clockText, minuteOfDay, parseInstant, shanghaiDay } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Text, View, Tappable } from '../../components/elements/elements'
import { Facade } from '../../components/facade/facade'
import { Empty } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { routes, activityRoute, officeRoute } from '../../platform/navigate/routes'
import { PASSPORT, stampFigures, stampLabel } from '../../text/passport'
import { dateText, monthDay } from '../../text/time'
import { canScan } from '../../platform/scan/scan'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { startScan } from '../scan/start-scan'
import { groupStamps, type StampGroup, visitsByDay, type DatedStamp } from './arrange-passport'
import { PassportPicture, type PassportPictureState } from './passport-picture'
import './passport-screen.scss'
import { asBackground } from '../../components/facade/draw-facade'
import { drawStamp } from './draw-stamp'
import './stamp.scss'

interface PassportScreenProps {
  readonly passport: Passport
  readonly picture: PassportPictureState
}

/** Stamps by kind of place, then the days. */
export function PassportScreen({ passport, picture }: PassportScreenProps) {
  const { stamps, visits } = passport
  const groups = groupStamps(passport)
  if (stamps.length === 0) return <NoStamps />
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {PASSPORT.heading(stamps.length)}
        </Heading>
        <Text className="soft">{PASSPORT.how}</Text>
      </View>
      <PassportPicture picture={picture} />
      {groups.map((group) => (
        <StampSet key={group.id} group={group} />
      ))}
      <VisitList visits={visits} />
      <Button icon="store" to={routes.offices}>
        {PASSPORT.nearest}
      </Button>
    </>
  )
}

/** Where nothing can be scanned the first thing to do is another one. */
const PRIMARY = { look: 'primary' } as const

function NoStamps() {
  const { theme } = useDisplay()
  return (
    <Empty title={PASSPORT.none} advice={PASSPORT.noneAdvice} theme={theme}>
      {canScan ? (
        <Button look="primary" icon="scan-line" onTap={() => void startScan()}>
          {PASSPORT.scan}
        </Button>
      ) : null}
      <Button {...(canScan ? {} : PRIMARY)} icon="store" to={routes.offices}>
        {PASSPORT.nearest}
      </Button>
    </Empty>
  )
}

/** The stamps of one kind of place, and a picture when all of them are there. */
function StampSet({ group: { id, stamped, complete } }: { readonly group: StampGroup }) {
  return (
    <Card title={titleOf(id)}>
      {complete ? <CompletePicture id={id} /> : null}
      {complete ? <Text className="soft">{PASSPORT.complete(stamped.length)}</Text> : null}
      <StampRow stamps={stamped} group={id} />
    </Card>
  )
}

const isSet = (id: string): id is OfficeKind => id in PASSPORT.sets

function titleOf(id: string): string {
  if (id === 'spots') return PASSPORT.spots
  return PASSPORT.sets[id] ?? PASSPORT.elsewhere
}

/** The street in front of the house, all windows lit. */
function CompletePicture({ id }: { readonly id: string }) {
  const { theme } = useDisplay()
  if (!isSet(id)) return null
  const name = PASSPORT.completePicture(titleOf(id))
  return (
    <View className="passport-stamp__street">
      <Facade subject={{ id, name, kind: id, light: 'lit', aroundTheClock: false }} theme={theme} />
    </View>
  )
}

/** Days that are shown at once. */
const DAYS = 10

/** 我的打卡: when one was where, by day. */
function VisitList({ visits }: { readonly visits: readonly PassportVisit[] }) {
  const [shown, setShown] = useState(DAYS)
  const today = shanghaiDay(useNow())
  const days = visitsByDay(visits)
  return (
    <Card title={PASSPORT.visits}>
      {days.slice(0, shown).map(({ day, visits: those }) => (
        <View key={day} className="visit-day">
          <Heading level={3} className="sub-title">
            {dateText(day, today)}
          </Heading>
          {those.map((visit) => (
            <View key={visit.visitId} className="visit-line">
              <Text className="visit-line__clock">{clockText(minuteOfDay(parseInstant(visit.at)))}</Text>
              <Text className="visit-line__place">{visit.place.name}</Text>
            </View>
          ))}
        </View>
      ))}
      {shown < days.length ? (
        <Button onTap={() => setShown(shown + DAYS)}>{PASSPORT.olderVisits}</Button>
      ) : null}
    </Card>
  )
}

interface StampProps {
  readonly stamp: DatedStamp
  readonly group: string
}

/** One stamp; it leads to its place. */
function PassportStamp({ stamp: { place, at }, group }: StampProps) {
  const { theme } = useDisplay()
  const { kind, id, name, shortName } = place
  const today = shanghaiDay(useNow())
  const figures = stampFigures(at)
  const picture = useMemo(
    () => asBackground(drawStamp({ id, name: shortName, figures, group }, theme)),
    [id, shortName, figures, group, theme],
  )
  return (
    <Tappable
      className="tappable passport-stamp"
      to={kind === 'office' ? officeRoute(id) : activityRoute(id)}
      label={stampLabel(name, at)}
    >
      <View className="passport-stamp__picture" style={{ backgroundImage: picture }} />
      <Text className="soft small passport-stamp__day">{monthDay(shanghaiDay(at), today)}</Text>
    </Tappable>
  )
}

/** Stamps side by side, as many as the width holds. */
function StampRow({ stamps, group }: { readonly stamps: readonly DatedStamp[]; readonly group: string }) {
  return (
    <View className="passport-stamps" ariaRole="list">
      {stamps.map((stamp) => (
        <View key={`${stamp.place.kind} ${stamp.place.id}`} ariaRole="listitem">
          <PassportStamp stamp={stamp} group={group} />
        </View>
      ))}
    </View>
  )
}
