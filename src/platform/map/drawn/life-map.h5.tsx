import { useEffect, useRef } from 'react'
import { openLeafletMap, type LeafletMap } from './leaflet-map'
import type { LifeMapProps } from './life-map-props'
import './life-map.scss'

/** No base map lies under it: it says itself that it is a sketch, and whose. */
export const isOwnDrawing = true as boolean

/** The life circle drawn with Leaflet on canvas; the library comes with the first map. */
export function LifeMap(props: LifeMapProps) {
  const place = useRef<HTMLDivElement>(null)
  const map = useRef<LeafletMap | null>(null)
  const latest = useRef(props)

  useEffect(() => {
    latest.current = props
    map.current?.draw(props)
  })
  useEffect(() => {
    let isGone = false
    void Promise.all([import('leaflet'), import('leaflet/dist/leaflet.css')]).then(([leaflet]) => {
      if (isGone || place.current === null) return
      map.current = openLeafletMap(leaflet, place.current, {
        zoom: latest.current.zoom,
        onMoveOrigin: (position) => latest.current.onMoveOrigin(position),
        onChoose: (id) => latest.current.onChoose(id),
      })
      map.current.draw(latest.current)
    })
    return () => {
      isGone = true
      map.current?.close()
      map.current = null
    }
  }, [])

  return (
    <div className="life-map" role="group" aria-label={props.label}>
      <div className="life-map__canvas" ref={place} />
    </div>
  )
}
