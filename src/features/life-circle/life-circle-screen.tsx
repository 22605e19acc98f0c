import { useEffect, useMemo, useState } from 'react'
import { CIRCLE_MINUTES, type KindInReach } from '../../../core/domain/life-circle/gaps'
import { subdistrictNow } from '../../api/subdistrict'
import { Button } from '../../components/controls/button'
import { Tag, Tags } from '../../components/controls/tag'
import { classNames } from '../../components/elements/class-names'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { useOpenRoute } from '../../components/elements/route-opener'
import { Icon } from '../../components/icon/icon'
import { Card } from '../../components/sheets/card'
import { Pair, Pairs } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { TrustLine } from '../../components/sheets/trust-line'
import { isOwnDrawing } from '../../platform/map/drawn/life-map'
import { MOST_PINS } from '../../platform/map/drawn/life-map-props'
import { replaceRoute } from '../../platform/navigate/navigate'
import { placeRoute } from '../../platform/navigate/routes'
import { scrollToTop } from '../../platform/scroll/scroll'
import {
  creditLine,
  fromWhere,
  LIFE_CIRCLE,
  mapHolds,
  WALKER_NAMES,
  coverageText,
  timesFrom,
  unrecordedLine,
  withinMinutes,
} from '../../text/life-circle'
import { trustLine } from '../../text/office/office'
import { WALKING_SPEED } from '../../text/vocabulary'
import { now } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import type { Home } from '../page/use-home'
import { stateLine, useOpeningFacts } from '../office/office-line'
import { useStartPoint } from '../start-point/start-point'
import { StartPointQuestion, StartPointChange } from '../start-point/start-point-controls'
import type { Circle } from '../walking-engine/circle-data'
import type { CircleAnswer, PlaceInReach } from '../walking-engine/places-by-minutes'
import { storeWalkingTimes, WALKERS } from '../walking-times/walking-times'
import { CircleMap } from './circle-map'
import { EVERYTHING, passes, PlaceList } from './place-list'
import { PlaceSheet } from './place-sheet'
import { useLifeCircle, type LifeCircleState, type OpenCircle } from './use-life-circle'
import './life-circle-screen.scss'

interface LifeCircleScreenProps {
  readonly home: Home
  readonly opened: OpenCircle
}

/** The whole circle: one sentence, the map and its twin the list, and what is missing. A place has a page of its own. */
export function LifeCircleScreen({ home, opened }: LifeCircleScreenProps) {
  const { edition } = useDisplay()
  const openRoute = useOpenRoute()
  const state = useLifeCircle(opened)
  const { start, ways } = state
  const answer = useAnswer(opened, state)
  const [filter, setFilter] = useState(EVERYTHING)
  const [goesFarther, goFarther] = useState(false)
  const elder = edition === 'elder'
  const [hasMap, setHasMap] = useState(!elder)
  useRemembering(opened, state, answer)
  const facts = useOpeningFacts(home)
  const states = new Map(home.directory.offices.map((office) => [office.id, stateLine(office, facts).text]))
  const { graph } = opened.circle
  const near = answer.places.filter(isInReach)
  const offered = goesFarther ? answer.places : near
  const shown = offered.filter((place) => passes(filter, place))
  const sentence =
    start === null ? LIFE_CIRCLE.title : opened.engine.sentenceOf(answer, ways ?? { stranded: null })
  return (
    <View className={classNames('columns', hasMap && 'columns--map')}>
      <View className="columns__lead">
        <Answer state={state} sentence={sentence} trust={trustLine(home.subdistrict)} />
        {elder ? <MapToggle hasMap={hasMap} onToggle={setHasMap} /> : null}
      </View>
      {hasMap ? (
        <View className="full-bleed columns__map">
          <CircleMap
            opened={opened}
            state={state}
            places={shown}
            chosenId={null}
            sentence={sentence}
            covered={0}
            onChoose={(id) => openRoute(placeRoute(id))}
          />
          <Credit home={home} graph={graph} />
        </View>
      ) : null}
      <View className="columns__rest">
        {hasMap ? <Text className="soft small">{LIFE_CIRCLE.startHint}</Text> : null}
        {start === null ? null : <WhoWalks state={state} />}
        {hasMap && shown.filter(({ facility }) => facility.position !== null).length > MOST_PINS ? (
          <Text className="soft small">{mapHolds(MOST_PINS)}</Text>
        ) : null}
        <PlaceList
          places={offered}
          states={states}
          hotline={home.subdistrict.hotline}
          filter={filter}
          onFilter={setFilter}
          onFarther={near.length < answer.places.length && !goesFarther ? () => goFarther(true) : null}
        />
        {ways === null || ways.stranded !== null ? null : <Gaps coverage={answer.coverage} />}
        {graph.sketch ? (
          <Note quiet>{isOwnDrawing ? LIFE_CIRCLE.sketch : LIFE_CIRCLE.sketchedTimes}</Note>
        ) : null}
        {isOwnDrawing ? null : <Text className="soft small">{timesFrom(graph.source)}</Text>}
        <TrustLine text={trustLine(home.subdistrict)} />
      </View>
    </View>
  )
}

interface PlaceScreenProps extends LifeCircleScreenProps {
  readonly placeId: string
}

/** How much of the map the sheet lies over, as its style says; lowered it leaves most of the map to see. */
const COVERED = { high: 0.64, low: 0.27 } as const

/** One place: its way on the map, and a sheet over it with all that is known. */
export function PlaceScreen({ home, opened, placeId }: PlaceScreenProps) {
  const { edition } = useDisplay()
  const state = useLifeCircle(opened)
  const answer = useAnswer(opened, state)
  const elder = edition === 'elder'
  const [hasMap, setHasMap] = useState(!elder)
  const [height, setHeight] = useState<'high' | 'low'>('high')
  const place = answer.places.find(({ facility }) => facility.id === placeId)
  if (place === undefined) return <LifeCircleScreen home={home} opened={opened} />
  const overMap = hasMap && !elder
  return (
    <View
      className={classNames('columns', hasMap && 'columns--map', overMap && `over-map over-map--${height}`)}
    >
      {hasMap ? (
        <View className="full-bleed columns__map">
          <CircleMap
            opened={opened}
            state={state}
            places={answer.places.filter((one) => one === place || isInReach(one))}
            chosenId={placeId}
            sentence={place.facility.name}
            covered={overMap ? COVERED[height] : 0}
            onChoose={(id) => replaceRoute(placeRoute(id))}
          />
          <Credit home={home} graph={opened.circle.graph} />
        </View>
      ) : null}
      <View className={classNames('columns__rest', overMap && 'over-map__sheet')}>
        {overMap ? (
          <Tappable
            className="tappable over-map__handle"
            label={height === 'high' ? LIFE_CIRCLE.sheetDown : LIFE_CIRCLE.sheetUp}
            onTap={() => setHeight(height === 'high' ? 'low' : 'high')}
            onDrag={(downwards) => setHeight(downwards ? 'low' : 'high')}
          >
            <View className="over-map__grip" />
          </Tappable>
        ) : null}
        <PlaceSheet place={place} ways={state.ways} hotline={home.subdistrict.hotline}>
          {elder ? <MapToggle hasMap={hasMap} onToggle={setHasMap} /> : null}
        </PlaceSheet>
        <TrustLine text={trustLine(home.subdistrict)} />
      </View>
    </View>
  )
}

function useAnswer({ engine, circle }: OpenCircle, { ways }: LifeCircleState): CircleAnswer {
  return useMemo(() => engine.answerOf(circle, ways ?? { walks: new Map() }), [engine, circle, ways])
}

/** Within 15 minutes; before anybody said where from, and for wheels where nobody has looked, by what others walk. */
function isInReach({ walk }: PlaceInReach): boolean {
  if (walk.kind === 'minutes') return walk.inCircle
  return walk.kind === 'unverified' ? walk.others <= CIRCLE_MINUTES * 60 : walk.kind === 'unasked'
}

interface MapToggleProps {
  readonly hasMap: boolean
  readonly onToggle: (hasMap: boolean) => void
}

function MapToggle({ hasMap, onToggle }: MapToggleProps) {
  return (
    <Button
      icon="map-pin"
      onTap={() => {
        onToggle(!hasMap)
        if (!hasMap) scrollToTop()
      }}
    >
      {hasMap ? LIFE_CIRCLE.hideMap : LIFE_CIRCLE.showMap}
    </Button>
  )
}

/** Whose map it is; WeChat's own says so itself. */
function Credit({ home, graph }: { readonly home: Home; readonly graph: Circle['graph'] }) {
  if (!isOwnDrawing) return null
  return (
    <View className="circle__credit">
      {creditLine(graph.source, home.subdistrict.mapLicence, graph.sketch)}
    </View>
  )
}

interface AnswerProps {
  readonly state: LifeCircleState
  readonly sentence: string
  readonly trust: string
}

/** The sentence, and from where. */
function Answer({ state: { start, takePinAway }, sentence, trust }: AnswerProps) {
  const { startPoint, locating } = useStartPoint()
  const unplaced = startPoint.kind === 'compound' && startPoint.compound.position === null
  return (
    <>
      <View className="stack">
        <Heading level={1} className={classNames('title', start !== null && 'circle__sentence')}>
          {sentence}
        </Heading>
        <View className="start-point-line">
          <Text className="start-point-line__words">
            {start === null
              ? unplaced
                ? LIFE_CIRCLE.compoundUnplaced
                : LIFE_CIRCLE.startUnknown
              : fromWhere(start.from, startPoint.kind === 'compound' ? startPoint.compound : null)}
          </Text>
          {start?.from === 'pin' ? (
            <Tappable className="tappable start-point-line__way" onTap={takePinAway}>
              <Icon name="house" />
              {LIFE_CIRCLE.backToMine}
            </Tappable>
          ) : start === null || locating !== 'idle' ? null : (
            <StartPointChange />
          )}
        </View>
      </View>
      {start === null || locating !== 'idle' ? <StartPointQuestion trust={trust} /> : null}
    </>
  )
}

function WhoWalks({ state: { walker, chooseWalker } }: { readonly state: LifeCircleState }) {
  return (
    <Tags label={WALKING_SPEED}>
      {WALKERS.map((name) => (
        <Tag key={name} text={WALKER_NAMES[name]} chosen={name === walker} onTap={() => chooseWalker(name)} />
      ))}
    </Tags>
  )
}

/** Pages without an engine say afterwards what was computed here. */
function useRemembering(
  { engine }: OpenCircle,
  { start, walker, ways }: LifeCircleState,
  answer: CircleAnswer,
): void {
  const { startPoint } = useStartPoint()
  useEffect(() => {
    if (start === null || start.from === 'pin' || ways === null) return
    storeWalkingTimes(startPoint, engine.walkingTimesOf(walker, answer, ways, now()))
  }, [engine, startPoint, start, walker, ways, answer])
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
