import type { Blocks, Raster } from './blocks'

/** Off the street one is taken to get 45 m far. */
export const OFF_STREET = 450
export const UNKNOWN = 0x7fff
/**
 * Choosing where to leave the street, the way off it counts so much: places are tied to the nearest street,
 * so the picture does not cut corners either.
 */
export const OFF_WEIGHT = 2

export interface Room {
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

/** A field while it is made. */
export interface Painting extends Raster, Room {
  readonly blocks: Blocks | undefined
}
