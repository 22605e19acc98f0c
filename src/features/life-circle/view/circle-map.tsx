import { useMemo } from 'react'
import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { LifeMap } from '../../../platform/map/drawn/life-map'
import type { MapBand } from '../../../platform/map/drawn/life-map-props'
import { mapLabel, ZOOM } from '../../../text/life-circle'
import { useDisplay } from '../../display/display-provider'
import { backdropOf } from '../reckoning/backdrop'
import type { CircleAnswer } from '../reckoning/circle-answer'
import { BAND_MINUTES, type Reckoning } from '../reckoning/engine'
import { sentenceOf } from '../reckoning/sentence'
import type { CircleState } from '../use-circle'
import { passes, type Filter } from './place-filter'

interface CircleMapProps {
  readonly state: CircleState
  readonly answer: CircleAnswer
  readonly filter: Filter
  readonly chosenId: string | null
  readonly onChoose: (id: string) => void
}

/** The circle as a picture; of a chosen place the way alone. Who has not said where from sees the streets, and puts a start by a tap. */
export function CircleMap({ state, answer, filter, chosenId, onChoose }: CircleMapProps) {
  const { theme } = useDisplay()
  const { start, reckoning, engine, walker, putPin } = state
  const { graph } = engine.circle
  const bands = useMemo(() => (chosenId === null ? bandsToDraw(reckoning) : []), [reckoning, chosenId])
  const path = useMemo(
    () => (chosenId === null ? [] : (reckoning?.path(chosenId)?.line ?? [])),
    [reckoning, chosenId],
  )
  const pins = useMemo(
    () =>
      answer.places.flatMap((place) => {
        const { id, name, position } = place.facility
        const isShown = id === chosenId || passes(filter, place)
        if (position === null || !isShown) return []
        return [{ id, name, position, sign: place.kind.sign, chosen: id === chosenId }]
      }),
    [answer, filter, chosenId],
  )
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
      label={mapLabel(sentenceOf(answer, reckoning ?? { stranded: null }))}
      onMoveOrigin={putPin}
      onChoose={onChoose}
    />
  )
}

/** A start that is dragged must not move the map below the finger. */
const viewOf = (from: 'pin' | 'position' | 'compound' | undefined, position: Wgs84 | undefined): string =>
  from === 'pin' ? 'pin' : String(position)

/** The widest at the bottom, so that each covers less of the one below. */
function bandsToDraw(reckoning: Reckoning | null): readonly MapBand[] {
  return (reckoning?.bands() ?? [])
    .map(({ polygons }, index) => ({ minutes: BAND_MINUTES[index] ?? 15, polygons }))
    .reverse()
}
