import type { Wgs84 } from '../../../core/kernel/units'

/** A place to be shown on WeChat's map, or on a web map in a browser. */
export interface Place {
  readonly name: string
  readonly address: string
  readonly position: Wgs84
}
