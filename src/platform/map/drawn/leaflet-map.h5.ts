import type * as Leaflet from 'leaflet'
import { wgs84, type Wgs84 } from '../../../../core/kernel/units'
import { minutesText } from '../../../text/life-circle'
import { PALETTES } from '../../../theme/tokens'
import { toShow, type Backdrop, type LifeMapProps, type MapName, type MapPin } from './life-map-props'
import { pinOf } from './leaflet-pin'
import { wordsOn } from './leaflet-words'
import { PIN_RADIUS, placeNames, placeOnRim, widthOf, type Box } from './place-names'

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
const BANDS = 'bands'
const GREENS = 'greens'
const PARK_METRES = 60

/** What the map alone has: water and greens as grounds, and the colours of their names. */
const MAP_COLOURS = {
  light: {
    water: '#B9D3DC',
    green: '#CFE0BC',
    names: { street: PALETTES.light['ink-soft'], water: PALETTES.light.slate, green: PALETTES.light.open },
  },
  dark: {
    water: '#3C5560',
    green: '#33452A',
    names: { street: PALETTES.dark['ink-soft'], water: PALETTES.dark.slate, green: PALETTES.dark.open },
  },
} as const

/** Captions are 14 points where text is 17; larger than 20 they would hide the map. */
const sizeOfWords = (body: number): number => Math.min(20, Math.round((body * 14) / 17))

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
  // The bands lie below the streets, on a canvas of their own: they are drawn anew as often as a finger moves.
  map.createPane(BANDS)
  const renderer = leaflet.canvas({ pane: BANDS })
  // Greens show through where they lie in reach, and below the streets.
  map.createPane(GREENS)
  const greens = leaflet.canvas({ pane: GREENS })
  const layers = {
    greens: leaflet.layerGroup(),
    bands: leaflet.layerGroup(),
    backdrop: leaflet.layerGroup(),
    path: leaflet.layerGroup(),
    words: leaflet.layerGroup(),
    pins: leaflet.layerGroup(),
  }
  const origin = leaflet.marker([0, 0], {
    draggable: true,
    keyboard: false,
    icon: leaflet.divIcon({ className: 'life-map__origin', iconSize: [44, 44] }),
  })
  const moved = ({ lng, lat }: Leaflet.LatLng) => answers.onMoveOrigin(wgs84(lng, lat))
  origin.on('drag', () => moved(origin.getLatLng()))
  map.on('click', ({ latlng }) => moved(latlng))
  let shown: Drawn | null = null
  let backdrop: Backdrop | null = null

  function write(drawn: Drawn): void {
    backdrop ??= drawn.backdrop()
    const body = Number.parseFloat(window.getComputedStyle(place).fontSize)
    writeWords(leaflet, { map, layer: layers.words, drawn, names: backdrop.names, size: sizeOfWords(body) })
  }
  map.on('zoomend', () => {
    if (shown !== null) write(shown)
  })

  function draw(drawn: Drawn): void {
    if (shown === null) {
      map.setView(at(drawn.origin), START_ZOOM)
      for (const layer of Object.values(layers)) layer.addTo(map)
      origin.setLatLng(at(drawn.origin)).addTo(map)
    }
    if (shown?.theme !== drawn.theme) {
      backdrop ??= drawn.backdrop()
      drawGreens(leaflet, layers.greens, greens, backdrop, drawn.theme)
      drawBackdrop(leaflet, layers.backdrop, backdrop, drawn.theme)
    }
    drawBands(leaflet, layers.bands, renderer, drawn)
    drawPath(leaflet, layers.path, drawn)
    drawPins(leaflet, layers.pins, drawn, answers.onChoose)
    origin.setLatLng(at(drawn.origin))
    if (shown?.view !== drawn.view || shown.covered !== drawn.covered) {
      const bounds = boundsOf(leaflet, drawn)
      if (bounds === null) map.setView(at(drawn.origin), START_ZOOM)
      else map.fitBounds(bounds, roomFor(map, drawn.covered))
    }
    shown = drawn
    write(drawn)
  }
  return { draw, close: () => void map.remove() }
}

/** Room around what is shown, and none of it below a sheet; beside or below each other nothing is covered. */
function roomFor(map: Leaflet.Map, covered: number): Leaflet.FitBoundsOptions {
  const isFree = window.matchMedia('(min-width: 1024px), (max-height: 479px)').matches
  const below = isFree ? 0 : covered * map.getSize().y
  // Above a sheet the map is low: its two buttons would lie on what is to be seen.
  const besideButtons = below > 0 ? 72 : 24
  return {
    maxZoom: 17,
    paddingTopLeft: [besideButtons, 24],
    paddingBottomRight: [24, 24 + below],
    animate: false,
  }
}

function boundsOf(leaflet: typeof Leaflet, drawn: Drawn): Leaflet.LatLngBounds | null {
  const shown = line(toShow(drawn))
  return shown.length === 0 ? null : leaflet.latLngBounds([at(drawn.origin), ...shown]).pad(0.04)
}

/** Of parks as places nobody knows the outline: a soft ground around them. */
function drawGreens(
  leaflet: typeof Leaflet,
  layer: Leaflet.LayerGroup,
  renderer: Leaflet.Renderer,
  { greenWays, parks }: Backdrop,
  theme: Drawn['theme'],
): void {
  const color = MAP_COLOURS[theme].green
  layer.clearLayers()
  for (const way of greenWays) {
    leaflet
      .polyline(line(way), { renderer, interactive: false, color, weight: 16, opacity: 0.8 })
      .addTo(layer)
  }
  for (const park of parks) {
    leaflet
      .circle(at(park), {
        renderer,
        interactive: false,
        radius: PARK_METRES,
        fillColor: color,
        fillOpacity: 0.8,
        stroke: false,
      })
      .addTo(layer)
  }
}

function drawBackdrop(
  leaflet: typeof Leaflet,
  layer: Leaflet.LayerGroup,
  { streets, water, barriers }: Backdrop,
  theme: Drawn['theme'],
): void {
  const palette = PALETTES[theme]
  layer.clearLayers()
  const draw = (lines: readonly (readonly Wgs84[])[], style: Leaflet.PolylineOptions): void => {
    for (const one of lines) leaflet.polyline(line(one), { interactive: false, ...style }).addTo(layer)
  }
  const isDark = theme === 'dark'
  draw(water, { color: MAP_COLOURS[theme].water, weight: 9 })
  draw(streets, { color: palette['line-strong'], weight: 6, opacity: 0.35 })
  draw(streets, { color: isDark ? palette['tint-strong'] : palette.card, weight: 4 })
  draw(barriers, { color: palette.slate, weight: 3, dashArray: '8 6' })
}

function drawBands(
  leaflet: typeof Leaflet,
  layer: Leaflet.LayerGroup,
  renderer: Leaflet.Renderer,
  drawn: Drawn,
): void {
  const palette = PALETTES[drawn.theme]
  layer.clearLayers()
  for (const { minutes, polygons } of drawn.bands) {
    const color = palette[REACH[minutes]]
    for (const rings of polygons) {
      leaflet
        .polygon(rings.map(line), {
          renderer,
          color,
          weight: 1.5,
          fillColor: color,
          fillOpacity: 0.4,
          interactive: false,
        })
        .addTo(layer)
    }
  }
}

function drawPath(leaflet: typeof Leaflet, layer: Leaflet.LayerGroup, drawn: Drawn): void {
  const palette = PALETTES[drawn.theme]
  layer.clearLayers()
  if (drawn.path.length > 1) {
    const path = { interactive: false, lineCap: 'round' as const }
    leaflet.polyline(line(drawn.path), { ...path, color: palette.card, weight: 9 }).addTo(layer)
    leaflet.polyline(line(drawn.path), { ...path, color: palette.slate, weight: 5 }).addTo(layer)
  }
}

interface Writing {
  readonly map: Leaflet.Map
  readonly layer: Leaflet.LayerGroup
  readonly drawn: Drawn
  readonly names: readonly MapName[]
  /** Height of the text in points. */
  readonly size: number
}

/** The minutes at the rims, and the names that find room beside them and the pins at this size of the map. */
function writeWords(leaflet: typeof Leaflet, { map, layer, drawn, names, size }: Writing): void {
  const palette = PALETTES[drawn.theme]
  const toPoint = (position: Wgs84) => map.latLngToLayerPoint(at(position))
  const boxAt = (position: Wgs84, halfWidth: number, halfHeight: number): Box => ({
    ...pick(toPoint(position)),
    halfWidth,
    halfHeight,
  })
  const taken = [
    boxAt(drawn.origin, 16, 16),
    ...drawn.pins.map(({ position }) => boxAt(position, PIN_RADIUS, PIN_RADIUS)),
  ]
  const rims = drawn.bands.flatMap(({ minutes, polygons, labelAt }) => {
    if (labelAt === null) return []
    const text = minutesText(minutes)
    const [halfWidth, halfHeight] = [widthOf(text, size) / 2 + 6, size / 2 + 4]
    const rim = polygons.flatMap(([outer = []]) => outer)
    const position = placeOnRim(labelAt, rim, toPoint, { halfWidth, halfHeight }, taken)
    taken.push(boxAt(position, halfWidth, halfHeight))
    return [{ text, position, frame: palette[REACH[minutes]] }]
  })
  layer.clearLayers()
  for (const { text, kind, angle, below, ...name } of placeNames(names, toPoint, size, taken)) {
    const colour = MAP_COLOURS[drawn.theme].names[kind]
    const { lat, lng } = map.layerPointToLatLng(toPoint(name.at).add([0, below]))
    wordsOn(leaflet, { text, at: [lat, lng], angle, size, colour, halo: palette.card }).addTo(layer)
  }
  for (const { text, position, frame } of rims) {
    const words = { text, at: at(position), angle: 0, size, colour: palette.ink, halo: palette.card, frame }
    wordsOn(leaflet, words).addTo(layer)
  }
}

const pick = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x, y })

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
