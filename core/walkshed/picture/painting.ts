import type { Blocks, Raster } from './blocks'
import { emptySamples, type Samples } from './samples'

export const UNKNOWN = 0x7fff
/**
 * Choosing where to leave the street, the way off it counts so much: places are tied to the nearest street,
 * so the picture does not cut corners either.
 */
export const OFF_WEIGHT = 2

/** Arrays of a field in the making; they may be longer than its raster. */
export interface Cells {
  /** Cost along the streets plus the weighted way off them. */
  readonly rank: Int32Array
  readonly off: Int16Array
  /** From the point of the street where each cell is left for, to the cell's centre. */
  readonly eastward: Int16Array
  readonly northward: Int16Array
  /** Zero between fields. */
  readonly queued: Uint8Array
  /** Cells that hand on in this round, and in the next. */
  readonly front: Int32Array
  readonly nextFront: Int32Array
}

/** Coordinates of an outline, longer than it is. */
export interface LineArrays {
  x: Float64Array
  y: Float64Array
}

/** What pictures are drawn in: each overwrites the one before, so that drawing allocates next to nothing. */
export interface Canvas {
  readonly samples: Samples
  cells: Cells
  readonly traced: LineArrays
  readonly smoothed: LineArrays
}

/** An empty canvas, for whoever draws one picture after the other; its arrays grow with the largest picture. */
export const prepareCanvas = (): Canvas => ({
  samples: emptySamples(),
  cells: emptyCells(0),
  traced: lineArrays(1 << 12),
  smoothed: lineArrays(1 << 12),
})

export const emptyCells = (count: number): Cells => ({
  rank: new Int32Array(count),
  off: new Int16Array(count),
  eastward: new Int16Array(count),
  northward: new Int16Array(count),
  queued: new Uint8Array(count),
  front: new Int32Array(count),
  nextFront: new Int32Array(count),
})

export const lineArrays = (count: number): LineArrays => ({
  x: new Float64Array(count),
  y: new Float64Array(count),
})

/** A field while it is made. */
export interface Painting extends Raster, Cells {
  /** How far off the streets it is taken to reach, in decimetres. */
  readonly offStreet: number
  readonly blocks: Blocks | undefined
}
