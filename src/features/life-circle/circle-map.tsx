import { useMemo } from 'react'
import { wgs84, type Wgs84 } from '../../../core/kernel/units'
import { LifeMap } from '../../platform/map/drawn/life-map'
import { MOST_PINS, type MapPin } from '../../platform/map/drawn/life-map-props'
import { mapLabel, ZOOM } from '../../text/life-circle'
import { walkMinutes } from '../../text/office/office'
import { useDisplay } from '../display/display-provider'
import type { PlaceInReach } from '../walking-engine/places-by-minutes'
import type { LifeCircleState, OpenCircle } from './use-life-circle'

interface CircleMapProps {
  readonly opened: OpenCircle
  readonly state: LifeCircleState
  /** What is shown, nearest first; the same that the list beside it says. */
  readonly places: readonly PlaceInReach[]
  readonly chosenId: string | null
  /** What the map shows, in one sentence. */
  readonly sentence: string
  /** The share of the map that a sheet lies over, from below. */
  readonly covered: number
  readonly onChoose: (id: string) => void
}

/** The circle as a picture; of a chosen place the way alone. Who has not said where from sees the streets, and puts a start by a tap. */
export function CircleMap(props: CircleMapProps) {
  const { opened, state, places, chosenId, sentence, covered, onChoose } = props
  const { theme } = useDisplay()
  const { start, ways, walker, putPin } = state
  const { graph } = opened.circle
  const bands = useMemo(() => (chosenId === null ? (ways?.bands() ?? []) : []), [ways, chosenId])
  const path = useMemo(() => (chosenId === null ? [] : (ways?.path(chosenId)?.line ?? [])), [ways, chosenId])
  const pins = useMemo(() => pinsOf(places, chosenId), [places, chosenId])
  const middle = wgs84(graph.plane.longitude, graph.plane.latitude)
  return (
    <LifeMap
      origin={start?.position ?? middle}
      bands={bands}
      pins={pins}
      path={path}
      backdrop={() => opened.engine.backdropOf(opened.circle)}
      view={`${viewOf(start?.from, start?.position)} ${walker} ${chosenId ?? ''}`}
      theme={theme}
      zoom={ZOOM}
      covered={covered}
      label={mapLabel(sentence)}
      onMoveOrigin={putPin}
      onChoose={onChoose}
    />
  )
}

/** The nearest of them, and the chosen one. */
const pinsOf = (places: readonly PlaceInReach[], chosenId: string | null): readonly MapPin[] =>
  places
    .flatMap((place): MapPin[] => {
      const { id, name, position } = place.facility
      const chosen = id === chosenId
      if (position === null) return []
      const far = place.walk.kind === 'minutes' ? `，${walkMinutes(place.walk.minutes)}` : ''
      return [{ id, position, sign: place.kind.sign, words: `${name}${far}`, chosen }]
    })
    .filter(({ chosen }, index) => chosen || index < MOST_PINS)

/** A start that is dragged must not move the map below the finger. */
const viewOf = (from: 'pin' | 'position' | 'compound' | undefined, position: Wgs84 | undefined): string =>
  from === 'pin' ? 'pin' : String(position)
