import type * as Leaflet from 'leaflet'
import type { PALETTES } from '../../../theme/tokens'
import type { MapPin } from './life-map-props'

const [RADIUS, CHOSEN_RADIUS] = [13, 17]

/** What a circle on Leaflet's canvas knows when it is drawn; Leaflet leaves this to those who extend it. */
interface CanvasCircle {
  readonly _point: { readonly x: number; readonly y: number }
  readonly _renderer: { readonly _ctx: CanvasRenderingContext2D; readonly _drawing: boolean }
  _empty(): boolean
  _updatePath(): void
}

/** A disc with one character on it, drawn on the canvas like everything else. */
export function pinOf(
  leaflet: typeof Leaflet,
  pin: MapPin,
  at: [number, number],
  palette: (typeof PALETTES)['light'],
): Leaflet.CircleMarker {
  const radius = pin.chosen ? CHOSEN_RADIUS : RADIUS
  const ground = pin.chosen ? palette.brand : palette.slate
  const { _updatePath: drawCircle } = leaflet.CircleMarker.prototype as unknown as CanvasCircle
  const Disc = leaflet.CircleMarker.extend({
    _updatePath(this: CanvasCircle) {
      drawCircle.call(this)
      if (!this._renderer._drawing || this._empty()) return
      const { _ctx: ctx } = this._renderer
      ctx.globalAlpha = 1
      ctx.fillStyle = palette.card
      ctx.font = `600 ${radius + 2}px sans-serif`
      ctx.textAlign = 'center'
      ctx.textBaseline = 'middle'
      ctx.fillText(pin.sign, this._point.x, this._point.y + 1)
    },
  }) as unknown as new (at: [number, number], options: Leaflet.CircleMarkerOptions) => Leaflet.CircleMarker
  return new Disc(at, { radius, weight: 1.5, color: palette.card, fillColor: ground, fillOpacity: 1 })
}
