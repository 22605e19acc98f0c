import { useEffect, useMemo, useState } from 'react'
import type { KindInReach } from '../../../core/domain/life-circle/gaps'
import { subdistrictNow } from '../../api/subdistrict'
import { Button } from '../../components/controls/button'
import { Tag, Tags } from '../../components/controls/tag'
import { classNames } from '../../components/elements/class-names'
import { Heading, Text, View } from '../../components/elements/elements'
import { Card } from '../../components/sheets/card'
import { Pair, Pairs } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { TrustLine } from '../../components/sheets/trust-line'
import { MOST_PINS } from '../../platform/map/drawn/life-map-props'
import { scrollToTop } from '../../platform/scroll/scroll'
import {
  creditLine,
  fromWhere,
  LIFE_CIRCLE,
  mapHolds,
  WALKER_NAMES,
  coverageText,
  unrecordedLine,
  withinMinutes,
} from '../../text/life-circle'
import { trustLine } from '../../text/office/office'
import { now } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import type { Home } from '../page/use-home'
import { stateLine, useOpeningFacts } from '../office/office-line'
import { useStartPoint } from '../start-point/start-point'
import { StartPointQuestion, StartPointChange } from '../start-point/start-point-controls'
import type { Circle } from '../walking-engine/circle-data'
import { sentenceOf, walkingTimesOf } from '../walking-engine/compute-walking-times'
import { answerOf, type CircleAnswer } from '../walking-engine/places-by-minutes'
import { storeWalkingTimes, WALKERS } from '../walking-times/walking-times'
import { CircleMap } from './circle-map'
import { EVERYTHING, passes, type Filter, PlaceList } from './place-list'
import { PlaceSheet } from './place-sheet'
import { useLifeCircle, type LifeCircleState } from './use-life-circle'
import './life-circle-screen.scss'

interface LifeCircleScreenProps {
  readonly home: Home
  readonly circle: Circle
  /** Opened at once: a link named it. */
  readonly startPlace?: string | null
}

/** The whole page: one sentence, the map and its twin the list, what is missing, and one place in full. */
export function LifeCircleScreen({ home, circle, startPlace = null }: LifeCircleScreenProps) {
  const { edition } = useDisplay()
  const state = useLifeCircle(circle)
  const { ways } = state
  const answer = useMemo(() => answerOf(circle, ways ?? { walks: new Map() }), [circle, ways])
  const [filter, setFilter] = useState(EVERYTHING)
  const [chosenId, choose] = useState(startPlace)
  const [cameFrom, setCameFrom] = useState<string | null>(null)
  const [hasMap, setHasMap] = useState(edition !== 'elder')
  const chosen = answer.places.find(({ facility }) => facility.id === chosenId) ?? null
  useRemembering(state, answer)
  const facts = useOpeningFacts(home)
  const states = new Map(home.directory.offices.map((office) => [office.id, stateLine(office, facts).text]))
  const { hotline, mapLicence } = home.subdistrict
  const { graph } = circle
  const open = (id: string): void => {
    choose(id)
    scrollToTop()
  }
  const goBack = (): void => {
    setCameFrom(chosenId)
    choose(null)
  }
  const toggle = (
    <Button
      icon="map-pin"
      onTap={() => {
        setHasMap(!hasMap)
        if (!hasMap) scrollToTop()
      }}
    >
      {hasMap ? LIFE_CIRCLE.hideMap : LIFE_CIRCLE.showMap}
    </Button>
  )
  return (
    <View className={classNames('columns', hasMap && 'columns--map')}>
      {hasMap ? (
        <View className="full-bleed columns__map">
          <CircleMap state={state} answer={answer} filter={filter} chosenId={chosenId} onChoose={open} />
          <View className="circle__credit">{creditLine(graph.source, mapLicence, graph.sketch)}</View>
        </View>
      ) : null}
      <View className="columns__rest">
        {chosen === null ? (
          <>
            <Answer state={state} answer={answer} trust={trustLine(home.subdistrict)} />
            {edition === 'elder' ? toggle : <Text className="soft small">{LIFE_CIRCLE.startHint}</Text>}
            {hasMap && countOnMap(answer, filter) > MOST_PINS ? (
              <Text className="soft small">{mapHolds(MOST_PINS)}</Text>
            ) : null}
            <PlaceList
              answer={answer}
              states={states}
              filter={filter}
              cameFrom={cameFrom}
              onFilter={setFilter}
              onChoose={open}
            />
            {ways === null || ways.stranded !== null ? null : <Gaps coverage={answer.coverage} />}
            {graph.sketch ? <Note>{LIFE_CIRCLE.sketch}</Note> : null}
          </>
        ) : (
          <PlaceSheet key={chosen.facility.id} place={chosen} ways={ways} hotline={hotline} onBack={goBack}>
            {edition === 'elder' ? toggle : null}
          </PlaceSheet>
        )}
        <TrustLine text={trustLine(home.subdistrict)} />
      </View>
    </View>
  )
}

const countOnMap = ({ places }: CircleAnswer, filter: Filter): number =>
  places.filter((place) => place.facility.position !== null && passes(filter, place)).length

interface AnswerProps {
  readonly state: LifeCircleState
  readonly answer: CircleAnswer
  readonly trust: string
}

/** Who walks, from where, and the sentence. */
function Answer({ state, answer, trust }: AnswerProps) {
  const { startPoint, locating } = useStartPoint()
  const { start, walker, ways, chooseWalker, takePinAway } = state
  const unplaced = startPoint.kind === 'compound' && startPoint.compound.position === null
  return (
    <>
      {start === null ? null : (
        <Tags>
          {WALKERS.map((name) => (
            <Tag
              key={name}
              text={WALKER_NAMES[name]}
              chosen={name === walker}
              onTap={() => chooseWalker(name)}
            />
          ))}
        </Tags>
      )}
      <View className="stack">
        <Heading level={1} className="title">
          {start === null ? LIFE_CIRCLE.title : sentenceOf(answer, ways ?? { stranded: null })}
        </Heading>
        <View className="start-point-line">
          <Text className="start-point-line__words">
            {start === null
              ? unplaced
                ? LIFE_CIRCLE.compoundUnplaced
                : LIFE_CIRCLE.startUnknown
              : fromWhere(start.from, startPoint.kind === 'compound' ? startPoint.compound : null)}
          </Text>
          {start === null || start.from === 'pin' || locating !== 'idle' ? null : <StartPointChange />}
        </View>
      </View>
      {start?.from === 'pin' ? (
        <Button icon="house" onTap={takePinAway}>
          {LIFE_CIRCLE.backToMine}
        </Button>
      ) : null}
      {start === null || locating !== 'idle' ? <StartPointQuestion trust={trust} /> : null}
    </>
  )
}

/** Pages without an engine say afterwards what was computed here. */
function useRemembering({ start, walker, ways }: LifeCircleState, answer: CircleAnswer): void {
  const { startPoint } = useStartPoint()
  useEffect(() => {
    if (start === null || start.from === 'pin' || ways === null) return
    storeWalkingTimes(startPoint, walkingTimesOf(walker, answer, ways, now()))
  }, [startPoint, start, walker, ways, answer])
}

const TONES = { met: 'yes', missing: 'no', distant: 'no', unrecorded: 'unverified' } as const
const ORDER = { missing: 0, distant: 1, met: 2, unrecorded: 3 } as const

/** My circle against the standard, kind by kind: what is missing comes first; kinds of which none is recorded share a line. */
export function Gaps({ coverage }: { readonly coverage: readonly KindInReach[] }) {
  const isBlank = ({ coverage, nearest }: KindInReach): boolean =>
    coverage === 'unrecorded' && nearest === null
  const inOrder = coverage
    .filter((kind) => !isBlank(kind))
    .sort((one, other) => ORDER[one.coverage] - ORDER[other.coverage])
  const blank = coverage.filter(isBlank).map(({ kind }) => kind.name)
  return (
    <Card title={LIFE_CIRCLE.gaps}>
      <Pairs>
        {inOrder.map(({ kind, coverage, nearest }) => (
          <Pair
            key={kind.id}
            name={withinMinutes(kind.name, kind.targetMinutes)}
            value={coverageText(coverage, nearest)}
            tone={TONES[coverage]}
          />
        ))}
      </Pairs>
      {blank.length === 0 ? null : <Text className="soft">{unrecordedLine(blank)}</Text>}
      {coverage.every(({ kind }) => kind.targetVerified) ? null : (
        <Text className="soft small">{LIFE_CIRCLE.targetsAssumed(subdistrictNow().guideline)}</Text>
      )}
    </Card>
  )
}
