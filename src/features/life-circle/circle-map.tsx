import { useMemo } from 'react'
import { wgs84, type Wgs84 } from '../../../core/kernel/units'
import { LifeMap } from '../../platform/map/drawn/life-map'
import { MOST_PINS, type MapBand, type MapPin } from '../../platform/map/drawn/life-map-props'
import { mapLabel, ZOOM } from '../../text/life-circle'
import { walkMinutes } from '../../text/office/office'
import { useDisplay } from '../display/display-provider'
import { sentenceOf } from '../walking-engine/compute-walking-times'
import type { CircleAnswer } from '../walking-engine/places-by-minutes'
import { backdropOf, BAND_MINUTES, type WaysFromStart } from './map-engine'
import { passes, type Filter } from './place-list'
import type { LifeCircleState } from './use-life-circle'

interface CircleMapProps {
  readonly state: LifeCircleState
  readonly answer: CircleAnswer
  readonly filter: Filter
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}

/** The circle as a picture; of a chosen place the way alone. Who has not said where from sees the streets, and puts a start by a tap. */
export function CircleMap({ state, answer, filter, chosenId, onChoose }: CircleMapProps) {
  const { theme } = useDisplay()
  const { start, ways, engine, walker, putPin } = state
  const { graph } = engine.circle
  const bands = useMemo(() => (chosenId === null ? bandsToDraw(ways) : []), [ways, chosenId])
  const path = useMemo(() => (chosenId === null ? [] : (ways?.path(chosenId)?.line ?? [])), [ways, chosenId])
  const pins = useMemo(() => pinsOf(answer, filter, chosenId), [answer, filter, chosenId])
  const middle = wgs84(graph.plane.longitude, graph.plane.latitude)
  return (
    <LifeMap
      origin={start?.position ?? middle}
      bands={bands}
      pins={pins}
      path={path}
      backdrop={() => backdropOf(graph)}
      view={`${viewOf(start?.from, start?.position)} ${walker} ${chosenId ?? ''}`}
      theme={theme}
      zoom={ZOOM}
      label={mapLabel(sentenceOf(answer, ways ?? { stranded: null }))}
      onMoveOrigin={putPin}
      onChoose={onChoose}
    />
  )
}

/** The nearest places of what is asked for, and the chosen one. */
const pinsOf = ({ places }: CircleAnswer, filter: Filter, chosenId: string | null): readonly MapPin[] =>
  places
    .flatMap((place): MapPin[] => {
      const { id, name, position } = place.facility
      const chosen = id === chosenId
      if (position === null || !(chosen || passes(filter, place))) return []
      const far = place.walk.kind === 'minutes' ? `，${walkMinutes(place.walk.minutes)}` : ''
      return [{ id, position, sign: place.kind.sign, words: `${name}${far}`, chosen }]
    })
    .filter(({ chosen }, index) => chosen || index < MOST_PINS)

/** A start that is dragged must not move the map below the finger. */
const viewOf = (from: 'pin' | 'position' | 'compound' | undefined, position: Wgs84 | undefined): string =>
  from === 'pin' ? 'pin' : String(position)

/** The widest at the bottom, so that each covers less of the one below. */
function bandsToDraw(ways: WaysFromStart | null): readonly MapBand[] {
  return (ways?.bands() ?? [])
    .map(({ polygons }, index) => ({ minutes: BAND_MINUTES[index] ?? 15, polygons }))
    .reverse()
}
