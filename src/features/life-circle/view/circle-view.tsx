import { useEffect, useMemo, useState } from 'react'
import { Button } from '../../../components/controls/button'
import { Tag, Tags } from '../../../components/controls/tag'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Note } from '../../../components/sheets/note'
import { TrustLine } from '../../../components/sheets/trust-line'
import { DRAGS_START } from '../../../platform/map/drawn/life-map'
import { MOST_PINS } from '../../../platform/map/drawn/life-map-props'
import { scrollToTop } from '../../../platform/scroll/scroll'
import { trustLine } from '../../../text/office/office'
import { creditLine, fromWhere, LIFE_CIRCLE, mapHolds, WALKER_NAMES } from '../../../text/life-circle'
import { now } from '../../clock/use-now'
import { useDisplay } from '../../display/display-provider'
import { useOpeningFacts, type Home } from '../../home/use-home'
import { stateLine } from '../../office/office-line'
import { OriginAsk } from '../../origin/origin-ask'
import { OriginWays } from '../../origin/origin-line'
import { useOrigin } from '../../origin/origin-provider'
import { rememberWalks } from '../../walks/remembered-walks'
import { WALKERS } from '../../walks/walker-choice'
import { answerOf, type CircleAnswer } from '../reckoning/circle-answer'
import type { Circle } from '../reckoning/circle-store'
import { sentenceOf, walksToRemember } from '../reckoning/sentence'
import { useReckoning, type CircleState } from '../use-circle'
import { CircleMap } from './circle-map'
import { Gaps } from './gaps'
import { EVERYTHING, passes, type Filter } from './place-filter'
import { PlaceList } from './place-list'
import { PlaceSheet } from './place-sheet'
import './circle.scss'

interface CircleViewProps {
  readonly home: Home
  readonly circle: Circle
  /** Opened at once: a link named it. */
  readonly startPlace?: string | null
}

/** The whole page: one sentence, the map and its twin the list, what is missing, and one place in full. */
export function CircleView({ home, circle, startPlace = null }: CircleViewProps) {
  const { edition } = useDisplay()
  const state = useReckoning(circle)
  const { reckoning } = state
  const answer = useMemo(() => answerOf(circle, reckoning ?? { walks: new Map() }), [circle, reckoning])
  const [filter, setFilter] = useState(EVERYTHING)
  const [chosenId, choose] = useState(startPlace)
  const [cameFrom, setCameFrom] = useState<string | null>(null)
  const [hasMap, setHasMap] = useState(edition !== 'elder')
  const chosen = answer.places.find(({ facility }) => facility.id === chosenId) ?? null
  useRemembering(state, answer)
  const facts = useOpeningFacts(home)
  const states = new Map(home.directory.offices.map((office) => [office.id, stateLine(office, facts).text]))
  const { name, phone, hotline, mapLicence } = home.subdistrict
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
    <>
      {hasMap ? (
        <View className="full-bleed">
          <CircleMap state={state} answer={answer} filter={filter} chosenId={chosenId} onChoose={open} />
          <View className="circle__credit">{creditLine(graph.source, mapLicence, graph.sketch)}</View>
        </View>
      ) : null}
      {chosen === null ? (
        <>
          <Answer state={state} answer={answer} trust={trustLine(name, phone, hotline)} />
          {edition === 'elder' ? (
            toggle
          ) : (
            <Text className="soft small">{DRAGS_START ? LIFE_CIRCLE.dragHint : LIFE_CIRCLE.tapHint}</Text>
          )}
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
          {reckoning === null || reckoning.stranded !== null ? null : <Gaps standings={answer.standings} />}
          {graph.sketch ? <Note>{LIFE_CIRCLE.sketch}</Note> : null}
        </>
      ) : (
        <PlaceSheet
          key={chosen.facility.id}
          place={chosen}
          reckoning={reckoning}
          hotline={hotline}
          onBack={goBack}
        >
          {edition === 'elder' ? toggle : null}
        </PlaceSheet>
      )}
      <TrustLine text={trustLine(name, phone, hotline)} />
    </>
  )
}

const countOnMap = ({ places }: CircleAnswer, filter: Filter): number =>
  places.filter((place) => place.facility.position !== null && passes(filter, place)).length

interface AnswerProps {
  readonly state: CircleState
  readonly answer: CircleAnswer
  readonly trust: string
}

/** Who walks, from where, and the sentence. */
function Answer({ state, answer, trust }: AnswerProps) {
  const { origin, locating } = useOrigin()
  const { start, walker, reckoning, chooseWalker, takePinAway } = state
  const unplaced = origin.kind === 'compound' && origin.compound.position === null
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
          {start === null ? LIFE_CIRCLE.title : sentenceOf(answer, reckoning ?? { stranded: null })}
        </Heading>
        <View className="origin-line">
          <Text className="origin-line__words">
            {start === null
              ? unplaced
                ? LIFE_CIRCLE.compoundUnplaced
                : LIFE_CIRCLE.startUnknown
              : fromWhere(start.from, origin.kind === 'compound' ? origin.compound : null)}
          </Text>
          {start === null || start.from === 'pin' || locating !== 'idle' ? null : <OriginWays />}
        </View>
      </View>
      {start?.from === 'pin' ? (
        <Button icon="house" onTap={takePinAway}>
          {LIFE_CIRCLE.backToMine}
        </Button>
      ) : null}
      {start === null || locating !== 'idle' ? <OriginAsk trust={trust} /> : null}
    </>
  )
}

/** Pages without an engine say afterwards what was reckoned here. */
function useRemembering({ start, walker, reckoning }: CircleState, answer: CircleAnswer): void {
  const { origin } = useOrigin()
  useEffect(() => {
    if (start === null || start.from === 'pin' || reckoning === null) return
    rememberWalks(origin, walksToRemember(walker, answer, reckoning, now()))
  }, [origin, start, walker, reckoning, answer])
}
