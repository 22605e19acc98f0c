import type * as Leaflet from 'leaflet'
import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { PALETTES } from '../../../theme/tokens'
import { toShow, type LifeMapProps, type MapPin } from './life-map-props'
import { pinOf } from './leaflet-pin'

type Drawn = Omit<LifeMapProps, 'onMoveOrigin' | 'onChoose' | 'label' | 'zoom'>

interface Answers {
  readonly zoom: LifeMapProps['zoom']
  readonly onMoveOrigin: (position: Wgs84) => void
  readonly onChoose: (id: string) => void
}

export interface LeafletMap {
  draw(drawn: Drawn): void
  close(): void
}

const START_ZOOM = 15
const REACH = { 5: 'reach-5', 10: 'reach-10', 15: 'reach-15' } as const

const at = ([longitude, latitude]: Wgs84): [number, number] => [latitude, longitude]
const line = (positions: readonly Wgs84[]): [number, number][] => positions.map(at)

/** A map of our own drawing: streets, bands, pins and the start, which can be dragged or put by a tap. */
export function openLeafletMap(leaflet: typeof Leaflet, place: HTMLElement, answers: Answers): LeafletMap {
  const { zoom } = answers
  const map = leaflet.map(place, {
    preferCanvas: true,
    attributionControl: false,
    zoomControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    keyboard: false,
    zoomSnap: 0.5,
    minZoom: 13,
    maxZoom: 18,
  })
  // Their signs are drawn by the style sheet, so that they are no text to be cut.
  const signs = { zoomInText: '', zoomOutText: '', zoomInTitle: zoom.closer, zoomOutTitle: zoom.wider }
  leaflet.control.zoom(signs).addTo(map)
  const layers = { backdrop: leaflet.layerGroup(), bands: leaflet.layerGroup(), pins: leaflet.layerGroup() }
  const origin = leaflet.marker([0, 0], {
    draggable: true,
    keyboard: false,
    icon: leaflet.divIcon({ className: 'life-map__origin', iconSize: [44, 44] }),
  })
  const moved = ({ lng, lat }: Leaflet.LatLng) => answers.onMoveOrigin(wgs84(lng, lat))
  origin.on('drag', () => moved(origin.getLatLng()))
  map.on('click', ({ latlng }) => moved(latlng))
  let shown: Pick<Drawn, 'view' | 'theme' | 'covered'> | null = null

  function draw(drawn: Drawn): void {
    if (shown === null) {
      map.setView(at(drawn.origin), START_ZOOM)
      for (const layer of Object.values(layers)) layer.addTo(map)
      origin.setLatLng(at(drawn.origin)).addTo(map)
    }
    if (shown?.theme !== drawn.theme) drawBackdrop(leaflet, layers.backdrop, drawn)
    drawBands(leaflet, layers.bands, drawn)
    drawPins(leaflet, layers.pins, drawn, answers.onChoose)
    origin.setLatLng(at(drawn.origin))
    if (shown?.view !== drawn.view || shown.covered !== drawn.covered) {
      const bounds = boundsOf(leaflet, drawn)
      if (bounds === null) map.setView(at(drawn.origin), START_ZOOM)
      else map.fitBounds(bounds, roomFor(map, drawn.covered))
    }
    shown = { view: drawn.view, theme: drawn.theme, covered: drawn.covered }
  }
  return { draw, close: () => void map.remove() }
}

/** Room around what is shown, and none of it below a sheet; beside or below each other nothing is covered. */
function roomFor(map: Leaflet.Map, covered: number): Leaflet.FitBoundsOptions {
  const isFree = window.matchMedia('(min-width: 1024px), (max-height: 479px)').matches
  const below = isFree ? 0 : covered * map.getSize().y
  return { maxZoom: 17, paddingTopLeft: [24, 24], paddingBottomRight: [24, 24 + below], animate: false }
}

function boundsOf(leaflet: typeof Leaflet, drawn: Drawn): Leaflet.LatLngBounds | null {
  const shown = line(toShow(drawn))
  return shown.length === 0 ? null : leaflet.latLngBounds([at(drawn.origin), ...shown]).pad(0.04)
}

function drawBackdrop(leaflet: typeof Leaflet, layer: Leaflet.LayerGroup, drawn: Drawn): void {
  const palette = PALETTES[drawn.theme]
  const { streets, water, barriers } = drawn.backdrop()
  layer.clearLayers()
  const draw = (lines: readonly (readonly Wgs84[])[], style: Leaflet.PolylineOptions): void => {
    for (const one of lines) leaflet.polyline(line(one), { interactive: false, ...style }).addTo(layer)
  }
  const isDark = drawn.theme === 'dark'
  draw(water, { color: isDark ? '#3C5560' : '#B9D3DC', weight: 9 })
  draw(streets, { color: palette['line-strong'], weight: 7, opacity: 0.35 })
  draw(streets, { color: isDark ? palette['tint-strong'] : palette.card, weight: 5 })
  draw(barriers, { color: palette.slate, weight: 3, dashArray: '8 6' })
}

function drawBands(leaflet: typeof Leaflet, layer: Leaflet.LayerGroup, drawn: Drawn): void {
  const palette = PALETTES[drawn.theme]
  layer.clearLayers()
  for (const { minutes, polygons } of drawn.bands) {
    const color = palette[REACH[minutes]]
    for (const rings of polygons) {
      leaflet
        .polygon(rings.map(line), {
          color,
          weight: 1.5,
          fillColor: color,
          fillOpacity: 0.4,
          interactive: false,
        })
        .addTo(layer)
    }
  }
  if (drawn.path.length > 1) {
    const path = { interactive: false, lineCap: 'round' as const }
    leaflet.polyline(line(drawn.path), { ...path, color: palette.card, weight: 9 }).addTo(layer)
    leaflet.polyline(line(drawn.path), { ...path, color: palette.slate, weight: 5 }).addTo(layer)
  }
}

function drawPins(
  leaflet: typeof Leaflet,
  layer: Leaflet.LayerGroup,
  { pins, theme }: Drawn,
  onChoose: (id: string) => void,
): void {
  layer.clearLayers()
  const inOrder: readonly MapPin[] = [...pins].sort((one, other) => Number(one.chosen) - Number(other.chosen))
  for (const pin of inOrder) {
    pinOf(leaflet, pin, at(pin.position), PALETTES[theme])
      .on('click', (click) => {
        leaflet.DomEvent.stopPropagation(click)
        onChoose(pin.id)
      })
      .addTo(layer)
  }
}
