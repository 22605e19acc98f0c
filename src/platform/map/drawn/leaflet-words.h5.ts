import type * as Leaflet from 'leaflet'
import { widthOf } from './place-names'

/** What a circle on Leaflet's canvas knows when it is drawn; Leaflet leaves this to those who extend it. */
interface CanvasCircle {
  readonly _point: { readonly x: number; readonly y: number }
  readonly _renderer: { readonly _ctx: CanvasRenderingContext2D; readonly _drawing: boolean }
  _empty(): boolean
}

export interface Words {
  readonly text: string
  readonly at: [number, number]
  /** Height in points. */
  readonly size: number
  readonly colour: string
  readonly halo: string
  /** Degrees anticlockwise from lying. */
  readonly angle: number
  /** The colour of a line around it, on a ground of its own; without one the text stands on the map itself. */
  readonly frame?: string
}

/** Room between a text and the line around it. */
const PADDING = 6

/** A text on the canvas, in the circle that it fits into: Leaflet keeps track of where that has to be drawn anew. */
export function wordsOn(leaflet: typeof Leaflet, words: Words): Leaflet.CircleMarker {
  const { text, at, size, colour, halo, angle, frame } = words
  const width = widthOf(text, size)
  const Written = leaflet.CircleMarker.extend({
    _updatePath(this: CanvasCircle) {
      if (!this._renderer._drawing || this._empty()) return
      const { _ctx: ctx } = this._renderer
      ctx.save()
      ctx.globalAlpha = 1
      ctx.translate(this._point.x, this._point.y)
      ctx.rotate((-angle * Math.PI) / 180)
      ctx.font = `600 ${size}px sans-serif`
      ctx.textAlign = 'center'
      ctx.textBaseline = 'middle'
      ctx.lineJoin = 'round'
      if (frame === undefined) {
        ctx.strokeStyle = halo
        ctx.lineWidth = 3.5
        ctx.strokeText(text, 0, 1)
      } else {
        pill(ctx, width + 2 * PADDING, size + PADDING)
        ctx.fillStyle = halo
        ctx.fill()
        ctx.strokeStyle = frame
        ctx.lineWidth = 2
        ctx.stroke()
      }
      ctx.fillStyle = colour
      ctx.fillText(text, 0, 1)
      ctx.restore()
    },
  }) as unknown as new (at: [number, number], options: Leaflet.CircleMarkerOptions) => Leaflet.CircleMarker
  return new Written(at, { radius: width / 2 + PADDING + 2, interactive: false })
}

function pill(ctx: CanvasRenderingContext2D, width: number, height: number): void {
  const [right, round] = [width / 2, height / 2]
  ctx.beginPath()
  ctx.arc(right - round, 0, round, -Math.PI / 2, Math.PI / 2)
  ctx.arc(round - right, 0, round, Math.PI / 2, -Math.PI / 2)
  ctx.closePath()
}
